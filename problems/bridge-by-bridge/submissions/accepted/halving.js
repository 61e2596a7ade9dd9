function bridgesUntilJoined(islands, bridges) {
  const joinedAfter = (count) => {
    const next = Array.from({ length: islands }, () => [])
    for (const [a, b] of bridges.slice(0, count)) {
      next[a].push(b)
      next[b].push(a)
    }
    const seen = new Set([0])
    for (const island of seen) for (const other of next[island]) seen.add(other)
    return seen.size === islands
  }
  if (!joinedAfter(bridges.length)) return null
  let low = 0
  let high = bridges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (joinedAfter(middle)) high = middle
    else low = middle + 1
  }
  return low
}
