const width = Number(readLine())
const dishes = []
for (let line = readLine(); line !== 'end'; line = readLine()) {
  const [name, cents] = line.split(';')
  dishes.push([name, Number(cents)])
}
dishes.sort((a, b) => a[1] - b[1])
for (const [name, cents] of dishes) {
  const price = Math.floor(cents / 100) + '.' + (cents % 100)
  const cut = name.slice(0, width - price.length - 5)
  console.log(cut + ' ' + '.'.repeat(width - cut.length - price.length - 2) + ' ' + price)
}
