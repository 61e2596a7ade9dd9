// Counts how often the fence goes round the cat: upwards on one side counts up, downwards down.
function catsInside(fence, cats) {
  const turns = ([x, y]) => {
    let count = 0
    fence.forEach(([x1, y1], i) => {
      const [x2, y2] = fence[(i + 1) % fence.length]
      const left = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1)
      if (y1 <= y && y2 > y && left > 0) count++
      if (y1 > y && y2 <= y && left < 0) count--
    })
    return count
  }
  return cats.filter((cat) => turns(cat) !== 0).length
}
