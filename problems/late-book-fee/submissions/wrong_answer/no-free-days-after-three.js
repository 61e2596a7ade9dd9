function lateBookFee(days) {
  if (days <= 3) return 0
  return days * 10
}
