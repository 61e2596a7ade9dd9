function cheapestLamps(prices, paths) {
  const level = [0]
  for (let found = true; found; ) {
    found = false
    for (const [a, b] of paths) {
      for (const [from, to] of [[a, b], [b, a]]) {
        if (level[from] !== undefined && level[to] === undefined) {
          level[to] = 1 - level[from]
          found = true
        }
      }
    }
  }
  const cost = (wanted) => prices.reduce((sum, price, i) => sum + (level[i] === wanted ? price : 0), 0)
  return Math.min(cost(0), cost(1))
}
