function diceRange(formula) {
  const tokens = formula.match(/\d*d\d+|\d+|[-+*()]/g)
  let at = 0
  function part() {
    const token = tokens[at++]
    if (token === '(') {
      const inside = total()
      at++
      return inside
    }
    if (!token.includes('d')) return [Number(token), Number(token)]
    const [count, sides] = token.split('d')
    return [Number(count || 1), Number(count || 1) * Number(sides)]
  }
  function total() {
    let [low, high] = part()
    while (at < tokens.length && tokens[at] !== ')') {
      const sign = tokens[at++]
      const [a, b] = part()
      if (sign === '+') [low, high] = [low + a, high + b]
      else if (sign === '-') [low, high] = [low - b, high - a]
      else {
        const corners = [low * a, low * b, high * a, high * b]
        ;[low, high] = [Math.min(...corners), Math.max(...corners)]
      }
    }
    return [low, high]
  }
  return total()
}
