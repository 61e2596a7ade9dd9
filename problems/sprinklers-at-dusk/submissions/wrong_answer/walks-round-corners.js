function dryFlowers(flowers, sprinklers) {
  const reaches = ([sx, sy, reach], [x, y]) => Math.abs(sx - x) + Math.abs(sy - y) <= reach
  return flowers.filter((flower) => !sprinklers.some((one) => reaches(one, flower))).length
}
