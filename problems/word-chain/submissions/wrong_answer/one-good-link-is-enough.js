function wordChain(words) {
  for (let i = 1; i < words.length; i++) {
    if (words[i - 1].endsWith(words[i][0])) return true
  }
  return words.length < 2
}
