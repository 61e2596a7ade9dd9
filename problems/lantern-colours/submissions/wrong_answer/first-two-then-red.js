function lanternColour(number) {
  if (number === 1) return 'red'
  if (number === 2 || number === 4 || number === 6) return 'gold'
  return 'red'
}
