const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter(Boolean)
const values = {}
for (const line of lines) {
  const [name, formula] = line.split(' = ')
  let total = 0
  let sign = 1
  for (const part of formula.split(' ')) {
    if (part === '+') sign = 1
    else if (part === '-') sign = -1
    else if (part === name) total = 'circle'
    else if (/^[A-Z]/.test(part) && !(part in values)) total = 'missing'
    else if (typeof total === 'number') total += sign * (values[part] ?? Number(part))
  }
  values[name] = total
}
const key = (name) => name[0] + name.slice(1).padStart(9, '0')
for (const name of Object.keys(values).sort((a, b) => (key(a) < key(b) ? -1 : 1))) {
  console.log(`${name}: ${values[name]}`)
}
