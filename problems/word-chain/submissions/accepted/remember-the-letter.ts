function wordChain(words: string[]): boolean {
  let letter = ''
  for (const word of words) {
    if (!word.startsWith(letter)) return false
    letter = word.slice(-1)
  }
  return true
}
