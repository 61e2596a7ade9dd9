function everyOtherSeat(names: string[]): string[] {
  return names.filter((_name, i) => i % 2 === 0)
}
