const width = Number(readLine())
const dishes = []
for (let line = readLine(); line !== 'end'; line = readLine()) {
  const [name, cents] = line.split(';')
  dishes.push([name, Number(cents)])
}
dishes.sort((a, b) => a[1] - b[1])
for (const [name, cents] of dishes) {
  const price = (cents / 100).toFixed(2)
  const dots = Math.max(3, width - name.length - price.length - 2)
  console.log(name + ' ' + '.'.repeat(dots) + ' ' + price)
}
