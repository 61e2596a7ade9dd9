function lateBookFee(days) {
  return Math.abs(days - 3) * 10
}
