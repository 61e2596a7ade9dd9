function catsInside(fence, cats) {
  const sides = ([x, y]) =>
    fence.map(([x1, y1], i) => {
      const [x2, y2] = fence[(i + 1) % fence.length]
      return Math.sign((x2 - x1) * (y - y1) - (x - x1) * (y2 - y1))
    })
  return cats.filter((cat) => new Set(sides(cat)).size === 1).length
}
