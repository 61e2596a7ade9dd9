const money = Number(readLine())
const prices = []
for (let line = readLine(); line !== 'end'; line = readLine()) {
  if (line === 'undo') prices.pop()
  else prices.push(line.split(' ')[1])
}
let total = 0
for (const price of prices) total += price
console.log('Total ' + total)
console.log(money >= total ? 'Change ' + (money - total) : 'Missing ' + (total - money))
