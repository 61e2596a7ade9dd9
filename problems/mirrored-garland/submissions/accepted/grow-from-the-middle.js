function fewestGarlands(beads) {
  const n = beads.length
  // mirrored pieces by where they begin
  const ends = Array.from({ length: n + 1 }, () => [])
  for (let middle = 0; middle < 2 * n - 1; middle++) {
    let left = Math.floor(middle / 2)
    let right = Math.ceil(middle / 2)
    while (left >= 0 && right < n && beads[left] === beads[right]) {
      if (right > left) ends[left].push(right + 1)
      left--
      right++
    }
  }
  const fewest = new Array(n + 1).fill(Infinity)
  fewest[0] = 0
  for (let i = 0; i < n; i++) {
    for (const end of ends[i]) fewest[end] = Math.min(fewest[end], fewest[i] + 1)
  }
  return fewest[n] === Infinity ? null : fewest[n]
}
