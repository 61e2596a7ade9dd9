function nameOnTheCup(name) {
  console.log('Tea for ' + name + '!')
}
