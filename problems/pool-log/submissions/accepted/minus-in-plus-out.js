const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const closing = minutes(readLine())
const total = new Map()
const inside = new Set()
for (let line = readLine(); line !== 'end'; line = readLine()) {
  const [time, way, name] = line.split(' ')
  const before = total.get(name) ?? 0
  if (way === 'in') {
    total.set(name, before - minutes(time))
    inside.add(name)
  } else {
    total.set(name, before + minutes(time))
    inside.delete(name)
  }
}
for (const name of inside) total.set(name, total.get(name) + closing)

const rows = [...total].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1))
for (const [name, sum] of rows) console.log(`${name} ${sum}`)
if (rows.length === 0) console.log('nobody')
