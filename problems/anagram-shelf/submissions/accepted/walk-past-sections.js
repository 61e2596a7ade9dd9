const factorial = (n) => (n < 2 ? 1 : n * factorial(n - 1))

function books(letters) {
  let total = factorial(letters.length)
  for (const letter of new Set(letters)) {
    total /= factorial(letters.filter((other) => other === letter).length)
  }
  return total
}

function shelfWord(letters, number) {
  let left = [...letters].sort()
  if (number > books(left)) return null
  let word = ''
  while (left.length > 0) {
    for (const letter of new Set(left)) {
      const rest = left.toSpliced(left.indexOf(letter), 1)
      const section = books(rest)
      if (number <= section) {
        word += letter
        left = rest
        break
      }
      number -= section
    }
  }
  return word
}
