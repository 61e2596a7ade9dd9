function kiteWind(wind: number): boolean {
  return true // change this line
}
