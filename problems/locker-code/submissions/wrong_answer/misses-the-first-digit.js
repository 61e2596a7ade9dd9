function lockerCode(number) {
  let total = 0
  while (number >= 10) {
    total += number % 10
    number = Math.floor(number / 10)
  }
  return total % 10
}
