function creases(folds, first, count) {
  let strip = ''
  for (let number = first; number < first + count; number++) {
    let rest = number | 0
    while (rest !== 0 && (rest & 1) === 0) rest >>= 1
    strip += rest & 2 ? '^' : 'v'
  }
  return strip
}
