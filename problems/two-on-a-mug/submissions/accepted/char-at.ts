function twoOnAMug(one: string, two: string): string {
  return `${one.charAt(0)}&${two.charAt(0)}`
}
