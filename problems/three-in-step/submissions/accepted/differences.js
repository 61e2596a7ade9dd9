function longestFairStretch(turns) {
  const counts = { A: 0, B: 0, C: 0 }
  const first = new Map([['0 0', 0]])
  let best = [0, 0]
  for (let i = 0; i < turns.length; i++) {
    if (turns[i] in counts) counts[turns[i]]++
    const key = `${counts.B - counts.A} ${counts.C - counts.A}`
    if (!first.has(key)) first.set(key, i + 1)
    const start = first.get(key)
    if (i + 1 - start > best[1]) best = [start, i + 1 - start]
  }
  return best
}
