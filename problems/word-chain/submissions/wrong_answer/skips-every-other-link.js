function wordChain(words) {
  for (let i = 1; i < words.length; i += 2) {
    if (words[i - 1].slice(-1) !== words[i][0]) return false
  }
  return true
}
