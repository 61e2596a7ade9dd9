const BINDING = { '+': 1, '-': 1, '*': 2 }

function join(sign, [a, b], [c, d]) {
  if (sign === '+') return [a + c, b + d]
  if (sign === '-') return [a - d, b - c]
  const corners = [a * c, a * d, b * c, b * d]
  return [Math.min(...corners), Math.max(...corners)]
}

function diceRange(formula) {
  const ranges = []
  const signs = []
  const reduce = () => {
    const right = ranges.pop()
    ranges.push(join(signs.pop(), ranges.pop(), right))
  }
  for (const token of formula.match(/\d*d\d+|\d+|[-+*()]/g)) {
    if (token === '(') signs.push(token)
    else if (token === ')') {
      while (signs.at(-1) !== '(') reduce()
      signs.pop()
    } else if (token in BINDING) {
      while (BINDING[signs.at(-1)] >= BINDING[token]) reduce()
      signs.push(token)
    } else {
      const [count, sides = '1'] = token.split('d')
      const low = token.startsWith('d') ? 1 : Number(count)
      ranges.push([low, low * Number(sides)])
    }
  }
  while (signs.length > 0) reduce()
  return ranges[0].map((end) => end + 0) // no negative zero
}
