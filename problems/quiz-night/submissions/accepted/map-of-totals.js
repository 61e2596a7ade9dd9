const n = Number(readLine())
const totals = new Map()
for (let i = 0; i < n; i += 1) {
  const words = readLine().split(' ')
  const points = Number(words.pop())
  const team = words.join(' ')
  totals.set(team, (totals.get(team) ?? 0) + points)
}

let winner = null
for (const [team, total] of totals) {
  console.log(`${team}: ${total}`)
  if (winner === null || total > totals.get(winner)) winner = team
}
console.log(`Winner: ${winner}`)
