function largestBlanket(meadow, bumps) {
  const height = meadow.length
  const width = meadow[0].length
  let best = 0
  for (let left = 0; left < width; left++) {
    const rows = new Array(height).fill(0)
    for (let right = left; right < width; right++) {
      let top = 0
      let hills = 0
      for (let bottom = 0; bottom < height; bottom++) {
        if (meadow[bottom][right] === 'o') rows[bottom]++
        hills += rows[bottom]
        while (hills > bumps) hills -= rows[top++]
        best = Math.max(best, (bottom - top + 1) * (right - left + 1))
      }
    }
  }
  return best
}
