function whatToTake(rain, wind) {
  if (rain < 50) return 'sunhat'
  if (wind >= 40) return 'raincoat'
  return 'umbrella'
}
