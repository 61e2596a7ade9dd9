const near = (a, b) => Math.abs(a - b) <= 2

// ways[k][d]: in how many ways k more digits can follow the digit d
const ways = [new Array(10).fill(1)]
for (let k = 1; k <= 16; k++) {
  ways.push(ways[0].map((_, d) => ways[k - 1].reduce((sum, count, next) => sum + (near(d, next) ? count : 0), 0)))
}

// how many calm numbers there are from 0 to n - 1
function below(n) {
  const digits = [...String(n)].map(Number)
  let count = n > 0 ? 1 : 0 // the number 0
  for (let size = 1; size < digits.length; size++) {
    for (let first = 1; first <= 9; first++) count += ways[size - 1][first]
  }
  for (let i = 0; i < digits.length; i++) {
    for (let d = i === 0 ? 1 : 0; d < digits[i]; d++) {
      if (i === 0 || near(d, digits[i - 1])) count += ways[digits.length - i - 1][d]
    }
    if (i > 0 && !near(digits[i], digits[i - 1])) break
  }
  return count
}

function countCalm(low, high) {
  return below(high + 1) - below(low)
}
