function lockerCode(number) {
  return number % 10
}
