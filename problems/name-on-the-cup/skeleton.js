function nameOnTheCup(name) {
  return '' // change this line
}
