function countLayouts(terrace) {
  const height = terrace.length
  const width = terrace[0].length
  const memo = new Map()

  // `taken`: a bit per column, set where the next square of that column is covered from above
  function ways(row, column, taken) {
    if (row === height) return taken === 0 ? 1 : 0
    if (column === width) return ways(row + 1, 0, taken)
    const key = (row * width + column) * 256 + taken
    if (memo.has(key)) return memo.get(key)
    const bit = 1 << column
    let count = 0
    if (terrace[row][column] === '#') {
      if (!(taken & bit)) count = ways(row, column + 1, taken)
    } else if (taken & bit) {
      count = ways(row, column + 1, taken & ~bit)
    } else {
      count = ways(row, column + 1, taken | bit)
      const free = column + 1 < width && terrace[row][column + 1] === '.' && !(taken & (bit << 1))
      if (free) count += ways(row, column + 2, taken)
    }
    memo.set(key, count)
    return count
  }
  return ways(0, 0, 0)
}
