function lead(biscuits) {
  const memo = new Map()
  const ahead = (i, j) => {
    if (i >= j) return 0
    const key = i * 1000 + j
    if (memo.has(key)) return memo.get(key)
    let best = Math.max(biscuits[i] - ahead(i + 1, j), biscuits[j - 1] - ahead(i, j - 1))
    if (j - i >= 2) {
      best = Math.max(best, biscuits[i] + biscuits[i + 1] - ahead(i + 2, j))
      best = Math.max(best, biscuits[j - 1] + biscuits[j - 2] - ahead(i, j - 2))
    }
    memo.set(key, best)
    return best
  }
  return ahead(0, biscuits.length)
}
