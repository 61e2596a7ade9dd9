function answers(grid) {
  const lines = [...grid]
  for (let c = 0; c < grid[0].length; c += 1) lines.push(grid.map((row) => row[c]).join(''))
  return lines.flatMap((line) => line.split('#')).filter((word) => word.length >= 2)
}
