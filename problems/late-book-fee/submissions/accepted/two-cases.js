function lateBookFee(days) {
  if (days > 3) {
    return (days - 3) * 10
  }
  return 0
}
