function lineSign(stops) {
  return stops[0] + ' > ' + stops[stops.length - 1]
}
