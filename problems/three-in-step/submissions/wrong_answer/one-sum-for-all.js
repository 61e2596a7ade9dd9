function longestFairStretch(turns) {
  // A counts +2, B and C -1 each: a sum of 0 does not tell B from C
  const value = { A: 2, B: -1, C: -1, '-': 0 }
  const first = new Map([[0, 0]])
  let sum = 0
  let best = [0, 0]
  for (let i = 0; i < turns.length; i++) {
    sum += value[turns[i]]
    if (!first.has(sum)) first.set(sum, i + 1)
    else if (i + 1 - first.get(sum) > best[1]) best = [first.get(sum), i + 1 - first.get(sum)]
  }
  return best
}
