function fewestGarlands(beads) {
  const fewest = [-1]
  for (let n = 1; n <= beads.length; n++) {
    fewest[n] = Infinity
    for (let i = 0; i <= n - 2; i++) {
      const piece = beads.slice(i, n)
      if (piece === [...piece].reverse().join('')) fewest[n] = Math.min(fewest[n], fewest[i] + 1)
    }
  }
  return fewest[beads.length] === Infinity ? null : fewest[beads.length]
}
