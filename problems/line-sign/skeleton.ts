function lineSign(stops: string[]): string {
  return '' // change this line
}
