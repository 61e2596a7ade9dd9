function wordChain(words) {
  for (let i = 1; i < words.length; i++) {
    if (words[i - 1][0] !== words[i][0]) return false
  }
  return true
}
