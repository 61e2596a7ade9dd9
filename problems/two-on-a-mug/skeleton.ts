function twoOnAMug(one: string, two: string): string {
  return '&' // change this line
}
