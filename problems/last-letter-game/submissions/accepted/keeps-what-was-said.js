function goodWords(words) {
  const said = new Set()
  let letter = null
  for (const spoken of words) {
    const word = spoken.toLowerCase()
    if (said.has(word) || (letter !== null && word[0] !== letter)) break
    said.add(word)
    letter = word.at(-1)
  }
  return said.size
}
