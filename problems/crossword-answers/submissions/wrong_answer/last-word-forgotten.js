function answers(grid) {
  const lines = [...grid]
  for (let c = 0; grid.length > 0 && c < grid[0].length; c += 1) lines.push(grid.map((row) => row[c]).join(''))
  const words = []
  for (const line of lines) {
    let word = ''
    for (const sign of line) {
      if (sign === '#') {
        if (word.length >= 2) words.push(word)
        word = ''
      } else {
        word += sign
      }
    }
  }
  return words
}
