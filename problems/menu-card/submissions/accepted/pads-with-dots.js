const width = Number(readLine())
const dishes = []
for (let line = readLine(); line !== 'end'; line = readLine()) {
  const [name, cents] = line.split(';')
  dishes.push({ name, cents: Number(cents) })
}
dishes.sort((one, other) => one.cents - other.cents)

for (const { name, cents } of dishes) {
  const price = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
  const left = width - price.length - 1
  console.log(`${`${name.slice(0, left - 4)} `.padEnd(left, '.')} ${price}`)
}
