const money = Number(readLine())
const prices = []
let line = readLine()
while (line !== 'end') {
  if (line === 'undo') {
    prices.pop()
  } else {
    const [, price] = line.split(' ')
    prices.push(Number(price))
  }
  line = readLine()
}

let total = 0
for (const price of prices) total += price
console.log(`Total ${total}`)
if (total <= money) {
  console.log(`Change ${money - total}`)
} else {
  console.log(`Missing ${total - money}`)
}
