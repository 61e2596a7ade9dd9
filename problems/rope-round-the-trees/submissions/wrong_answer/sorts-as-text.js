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
  const ordered = [...trees].sort()
  return new Set([...half(ordered), ...half([...ordered].reverse())]).size
}
