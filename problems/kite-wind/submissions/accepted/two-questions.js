function kiteWind(wind) {
  return wind >= 12 && wind <= 30
}
