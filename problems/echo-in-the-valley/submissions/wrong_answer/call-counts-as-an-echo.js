function echoInTheValley(word, times) {
  let heard = word + '!'
  for (let i = 1; i < times; i++) {
    heard += ' ' + word
  }
  return heard
}
