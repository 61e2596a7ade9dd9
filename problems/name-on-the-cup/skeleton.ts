function nameOnTheCup(name: string): string {
  return '' // change this line
}
