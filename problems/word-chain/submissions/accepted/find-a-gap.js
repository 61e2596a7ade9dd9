function wordChain(words) {
  for (let i = 1; i < words.length; i++) {
    const before = words[i - 1]
    if (before[before.length - 1] !== words[i][0]) return false
  }
  return true
}
