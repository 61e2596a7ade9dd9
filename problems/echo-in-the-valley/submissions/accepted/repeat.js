function echoInTheValley(word, times) {
  return word + '!' + (' ' + word).repeat(times)
}
