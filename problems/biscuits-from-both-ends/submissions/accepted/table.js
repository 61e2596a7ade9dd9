function lead(biscuits) {
  const n = biscuits.length
  // ahead[i][j]: for the biscuits i … j - 1
  const ahead = Array.from({ length: n + 1 }, () => new Array(n + 1).fill(0))
  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j <= n; j++) {
      const right = biscuits[j - 1]
      ahead[i][j] = Math.max(biscuits[i] - ahead[i + 1][j], right - ahead[i][j - 1])
      if (j - i >= 2) ahead[i][j] = Math.max(ahead[i][j], right + biscuits[j - 2] - ahead[i][j - 2])
    }
  }
  return ahead[0][n]
}
