const factorial = (n) => (n < 2 ? 1 : n * factorial(n - 1))
const books = (letters) =>
  [...new Set(letters)].reduce(
    (total, letter) => total / factorial(letters.filter((other) => other === letter).length),
    factorial(letters.length),
  )

function shelfWord(letters, number) {
  let left = [...letters]
  if (number > books(left)) return null
  let word = ''
  while (left.length > 0) {
    for (const letter of new Set(left)) {
      const rest = left.toSpliced(left.indexOf(letter), 1)
      if (number <= books(rest)) {
        word += letter
        left = rest
        break
      }
      number -= books(rest)
    }
  }
  return word
}
