function answers(grid) {
  const wordsIn = (text) => text.split('#').filter((word) => word.length >= 2)
  const across = grid.flatMap(wordsIn)
  let columns = ''
  for (let c = 0; grid.length > 0 && c < grid[0].length; c += 1) {
    for (const row of grid) columns += row[c]
  }
  return across.concat(wordsIn(columns))
}
