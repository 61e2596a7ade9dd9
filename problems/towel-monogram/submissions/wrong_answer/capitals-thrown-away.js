function monogram(first, last) {
  let letters = first[0] + last[0]
  letters.toUpperCase()
  return '~' + letters + '~'
}
