const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const closing = minutes(readLine())
const total = {}
const since = {}
for (let line = readLine(); line !== 'end'; line = readLine()) {
  const [time, way, name] = line.split(' ')
  total[name] ??= 0
  if (way === 'in') {
    since[name] = minutes(time)
  } else {
    total[name] += minutes(time) - since[name]
    delete since[name]
  }
}
for (const name in since) total[name] += closing - since[name]
const names = Object.keys(total).sort((a, b) => total[b] - total[a])
for (const name of names) console.log(`${name} ${total[name]}`)
if (names.length === 0) console.log('nobody')
