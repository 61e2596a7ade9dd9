function nameOnTheCup(name: string): string {
  return 'Tea for ' + name + '!'
}
