function echoInTheValley(word, times) {
  return word // change this line
}
