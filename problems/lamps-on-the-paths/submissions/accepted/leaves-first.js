function cheapestLamps(prices, paths) {
  const neighbours = prices.map(() => new Set())
  for (const [a, b] of paths) {
    neighbours[a].add(b)
    neighbours[b].add(a)
  }
  const lamp = [...prices]
  const dark = prices.map(() => 0)
  let last = 0
  // pluck leaf after leaf, until one garden is left
  const leaves = [...prices.keys()].filter((garden) => neighbours[garden].size <= 1)
  for (const leaf of leaves) {
    last = leaf
    for (const above of neighbours[leaf]) {
      lamp[above] += Math.min(lamp[leaf], dark[leaf])
      dark[above] += lamp[leaf]
      neighbours[above].delete(leaf)
      if (neighbours[above].size === 1) leaves.push(above)
    }
    neighbours[leaf].clear()
  }
  return Math.min(lamp[last], dark[last])
}
