function dryFlowers(flowers, sprinklers) {
  const misses = ([sx, sy, reach], [x, y]) => (sx - x) ** 2 + (sy - y) ** 2 > reach ** 2
  return flowers.filter((flower) => sprinklers.every((sprinkler) => misses(sprinkler, flower))).length
}
