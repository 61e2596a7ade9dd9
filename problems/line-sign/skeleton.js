function lineSign(stops) {
  return '' // change this line
}
