function answers(grid) {
  const lines = [...grid]
  const width = grid.length === 0 ? 0 : grid[0].length
  for (let c = 0; c < width; c += 1) {
    lines.push(grid.map((row) => row[c]).join(''))
  }
  return lines.flatMap((line) => line.split('#')).filter((word) => word.length > 1)
}
