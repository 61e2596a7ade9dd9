function lanternColour(number: number): string {
  return ['gold', 'red'][number % 2]
}
