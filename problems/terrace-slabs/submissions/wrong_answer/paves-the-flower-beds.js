function countLayouts(terrace) {
  const grid = terrace.map((row) => [...row])
  const memo = new Map()
  const ways = () => {
    const key = grid.map((row) => row.join('')).join('/')
    if (memo.has(key)) return memo.get(key)
    const row = grid.findIndex((squares) => squares.includes('.'))
    if (row === -1) return 1
    const column = grid[row].indexOf('.')
    let count = 0
    for (const [r, c] of [[row, column + 1], [row + 1, column]]) {
      if (r >= grid.length || c >= grid[0].length || grid[r][c] === 'x') continue
      const before = grid[r][c]
      grid[row][column] = grid[r][c] = 'x'
      count += ways()
      grid[row][column] = '.'
      grid[r][c] = before
    }
    memo.set(key, count)
    return count
  }
  return ways()
}
