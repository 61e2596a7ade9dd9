function kiteWind(wind) {
  return true // change this line
}
