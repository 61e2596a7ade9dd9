function lateBookFee(days: number): number {
  return Math.max(0, days - 3) * 10
}
