function shortestStretch(stalls, shopping) {
  const n = stalls.length
  const need = new Map()
  for (const thing of shopping) need.set(thing, (need.get(thing) ?? 0) + 1)
  let missing = shopping.length
  if (missing === 0) return 0

  let best = Infinity
  let end = 0 // the stretch is start … end - 1, counted round the ring
  for (let start = 0; start < n; start++) {
    while (missing > 0 && end < start + n) {
      const letter = stalls[end % n]
      const open = need.get(letter) ?? 0
      if (open > 0) missing--
      need.set(letter, open - 1)
      end++
    }
    if (missing > 0) break
    best = Math.min(best, end - start)
    const first = stalls[start]
    need.set(first, need.get(first) + 1)
    if (need.get(first) > 0) missing++
  }
  return best === Infinity ? -1 : best
}
