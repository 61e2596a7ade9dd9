function lineSign(stops) {
  return stops[0] + ' > ' + stops[1]
}
