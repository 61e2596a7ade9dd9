function goodWords(words) {
  const said = []
  for (const word of words) {
    if (said.includes(word)) break
    if (said.length > 0 && said.at(-1).at(-1).toLowerCase() !== word[0].toLowerCase()) break
    said.push(word)
  }
  return said.length
}
