function treesOnTheRope(trees) {
  const turn = ([ox, oy], [ax, ay], [bx, by]) => (ax - ox) * (by - oy) - (ay - oy) * (bx - ox)
  const half = (list) => {
    const rope = []
    for (const tree of list) {
      while (rope.length >= 2 && turn(rope[rope.length - 2], rope[rope.length - 1], tree) < 0) rope.pop()
      rope.push(tree)
    }
    return rope
  }
  if (trees.length <= 2) return trees.length
  const ordered = [...trees].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return half(ordered).length + half(ordered.reverse()).length - 2
}
