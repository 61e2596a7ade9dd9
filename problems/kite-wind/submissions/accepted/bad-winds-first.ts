function kiteWind(wind: number): boolean {
  if (wind < 12) return false
  if (wind > 30) return false
  return true
}
