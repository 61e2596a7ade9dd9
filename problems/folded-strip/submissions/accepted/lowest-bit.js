function creases(folds, first, count) {
  let strip = ''
  for (let i = 0; i < count; i++) {
    const number = BigInt(first + i)
    const lowest = number & -number
    strip += number & (lowest << 1n) ? '^' : 'v'
  }
  return strip
}
