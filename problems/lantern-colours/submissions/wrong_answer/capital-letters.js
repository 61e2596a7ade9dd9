function lanternColour(number) {
  return number % 2 === 0 ? 'Gold' : 'Red'
}
