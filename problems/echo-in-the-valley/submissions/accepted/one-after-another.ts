function echoInTheValley(word: string, times: number): string {
  let heard = word + '!'
  for (let i = 0; i < times; i++) heard += ` ${word}`
  return heard
}
