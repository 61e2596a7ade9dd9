function monogram(first, last) {
  let letters = first + last
  letters = letters.toUpperCase()
  return '~' + letters + '~'
}
