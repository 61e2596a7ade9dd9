const money = Number(readLine())
const prices = []
for (let line = readLine(); line !== 'end'; line = readLine()) {
  if (line === 'undo') prices.pop()
  else prices.push(Number(line.split(' ')[1]))
}
const total = prices.reduce((sum, price) => sum + price, 0)
console.log('Total ' + total)
console.log('Change ' + (money - total))
