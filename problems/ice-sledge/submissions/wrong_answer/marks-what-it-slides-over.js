function fewestPushes(lake) {
  const at = (r, c) => lake[r]?.[c] ?? '#'
  const r0 = lake.findIndex((row) => row.includes('S'))
  const queue = [[r0, lake[r0].indexOf('S'), 0]]
  const seen = new Set([queue[0].slice(0, 2).join()])
  for (const [r, c, pushes] of queue) {
    if (at(r, c) === 'C') return pushes
    for (const [dr, dc] of [[-1, 0], [1, 0], [0, -1], [0, 1]]) {
      let [y, x] = [r, c]
      let fresh = false
      while (at(y + dr, x + dc) !== '#') {
        y += dr
        x += dc
        fresh = !seen.has(`${y},${x}`)
        seen.add(`${y},${x}`)
        if (at(y, x) === '+') break
      }
      if (fresh) queue.push([y, x, pushes + 1])
    }
  }
  return null
}
