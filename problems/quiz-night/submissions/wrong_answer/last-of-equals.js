const n = Number(readLine())
const totals = {}
for (let i = 0; i < n; i += 1) {
  const line = readLine()
  const cut = line.lastIndexOf(' ')
  const team = line.slice(0, cut)
  totals[team] = (totals[team] || 0) + Number(line.slice(cut + 1))
}
let winner = Object.keys(totals)[0]
for (const team in totals) {
  console.log(`${team}: ${totals[team]}`)
  if (totals[team] >= totals[winner]) winner = team
}
console.log(`Winner: ${winner}`)
