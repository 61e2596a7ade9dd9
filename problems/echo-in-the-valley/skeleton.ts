function echoInTheValley(word: string, times: number): string {
  return word // change this line
}
