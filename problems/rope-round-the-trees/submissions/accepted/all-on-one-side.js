// A tree is touched if some line through it and another tree has all trees on one side.
function treesOnTheRope(trees) {
  const turn = ([ox, oy], [ax, ay], [bx, by]) => (ax - ox) * (by - oy) - (ay - oy) * (bx - ox)
  const touched = trees.map(() => trees.length === 1)
  for (let i = 0; i < trees.length; i++) {
    for (let j = 0; j < trees.length; j++) {
      if (i !== j && !touched[i]) touched[i] = trees.every((tree) => turn(trees[i], trees[j], tree) >= 0)
    }
  }
  return touched.filter(Boolean).length
}
