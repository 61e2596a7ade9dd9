const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter((line) => line.trim() !== '')
const sheet = new Map(lines.map((line) => line.trim().split(' = ')).map(([name, formula]) => [name, formula.split(' ')]))
const isCell = (part) => /^[A-Z]/.test(part)

// fill in cells for as long as one has everything it needs
const values = new Map()
for (let before = -1; before < values.size; ) {
  before = values.size
  for (const [name, parts] of sheet) {
    if (values.has(name) || !parts.every((part) => !isCell(part) || values.has(part))) continue
    let total = 0
    let sign = 1
    for (const part of parts) {
      if (part === '+') sign = 1
      else if (part === '-') sign = -1
      else total += sign * (isCell(part) ? values.get(part) : Number(part))
    }
    values.set(name, total)
  }
}

function trouble(name) {
  const reached = new Set(sheet.get(name).filter(isCell))
  for (const cell of reached) for (const part of sheet.get(cell) ?? []) if (isCell(part)) reached.add(part)
  if (reached.has(name)) return 'circle'
  return [...reached].some((cell) => !sheet.has(cell)) ? 'missing' : 'stuck'
}

const names = [...sheet.keys()].sort((a, b) => (a[0] === b[0] ? a.slice(1) - b.slice(1) : a[0] < b[0] ? -1 : 1))
for (const name of names) console.log(`${name}: ${values.has(name) ? values.get(name) : trouble(name)}`)
