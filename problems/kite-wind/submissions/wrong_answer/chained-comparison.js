function kiteWind(wind) {
  return 12 <= wind <= 30
}
