function shortestStretch(stalls, shopping) {
  const row = stalls + stalls
  const need = {}
  for (const thing of shopping) need[thing] = (need[thing] ?? 0) + 1
  let missing = shopping.length
  if (missing === 0) return 0
  let best = Infinity
  let left = 0
  for (let right = 0; right < row.length; right++) {
    need[row[right]] = (need[row[right]] ?? 0) - 1
    if (need[row[right]] >= 0) missing--
    while (missing === 0) {
      best = Math.min(best, right - left + 1)
      if (++need[row[left++]] > 0) missing++
    }
  }
  return best === Infinity ? -1 : best
}
