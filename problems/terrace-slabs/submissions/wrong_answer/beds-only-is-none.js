function countLayouts(terrace) {
  const width = terrace[0].length
  const squares = terrace.join('')
  if (!squares.includes('.')) return 0
  let ways = new Map([[0, 1]])
  for (let i = 0; i < squares.length; i++) {
    const next = new Map()
    const add = (covered, count) => next.set(covered >> 1, (next.get(covered >> 1) ?? 0) + count)
    for (const [covered, count] of ways) {
      if (squares[i] === '#' || covered & 1) add(covered, count)
      else {
        if ((i + 1) % width !== 0 && squares[i + 1] === '.' && !(covered & 2)) add(covered | 2, count)
        if (squares[i + width] === '.') add(covered | (1 << width), count)
      }
    }
    ways = next
  }
  return ways.get(0) ?? 0
}
