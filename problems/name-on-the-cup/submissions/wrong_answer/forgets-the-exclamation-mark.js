function nameOnTheCup(name) {
  return 'Tea for ' + name
}
