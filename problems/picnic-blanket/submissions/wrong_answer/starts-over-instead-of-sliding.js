function largestBlanket(meadow, bumps) {
  let best = 0
  for (let top = 0; top < meadow.length; top++) {
    const columns = new Array(meadow[0].length).fill(0)
    for (let bottom = top; bottom < meadow.length; bottom++) {
      let width = 0
      let hills = 0
      for (let i = 0; i < columns.length; i++) {
        if (meadow[bottom][i] === 'o') columns[i]++
        hills += columns[i]
        width++
        if (hills > bumps) {
          // throws the whole stretch away
          hills = columns[i] <= bumps ? columns[i] : 0
          width = columns[i] <= bumps ? 1 : 0
        }
        best = Math.max(best, width * (bottom - top + 1))
      }
    }
  }
  return best
}
