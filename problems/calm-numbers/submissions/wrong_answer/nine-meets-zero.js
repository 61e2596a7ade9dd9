function countCalm(low, high) {
  const near = (a, b) => Math.min(Math.abs(a - b), 10 - Math.abs(a - b)) <= 2
  const free = (digit, more, memo = new Map()) => {
    const key = digit * 100 + more
    if (more === 0) return 1
    if (!memo.has(key)) {
      let sum = 0
      for (let next = 0; next <= 9; next++) if (near(digit, next)) sum += free(next, more - 1, memo)
      memo.set(key, sum)
    }
    return memo.get(key)
  }
  const below = (n) => {
    const digits = [...String(n)].map(Number)
    let count = n > 0 ? 1 : 0
    for (let size = 1; size < digits.length; size++) {
      for (let first = 1; first <= 9; first++) count += free(first, size - 1)
    }
    for (let i = 0; i < digits.length; i++) {
      for (let d = i === 0 ? 1 : 0; d < digits[i]; d++) {
        if (i === 0 || near(d, digits[i - 1])) count += free(d, digits.length - i - 1)
      }
      if (i > 0 && !near(digits[i], digits[i - 1])) break
    }
    return count
  }
  return below(high + 1) - below(low)
}
