function countChanges(bells, swaps, stuck) {
  const memo = new Map()
  const ways = (n, k) => {
    if (n <= 1 || k === 0) return 1
    const key = n * 100 + k
    if (!memo.has(key)) {
      let total = ways(n - 1, k)
      if (!stuck.includes(n - 1)) total += ways(n - 2, k - 1)
      memo.set(key, total)
    }
    return memo.get(key)
  }
  return ways(bells, swaps)
}
