function stitchAt(pattern, number) {
  const stack = [[]]
  const length = (items) => items.reduce((sum, item) => sum + item.size * item.times, 0)
  for (const sign of pattern) {
    if (sign === '(') stack.push([])
    else if (sign === ')') {
      const inner = stack.pop()
      stack.at(-1).push({ inner, size: length(inner), times: 1 })
    } else if (sign >= '0' && sign <= '9') stack.at(-1).at(-1).times = Number(sign)
    else stack.at(-1).push({ inner: sign, size: 1, times: 1 })
  }
  let items = stack[0]
  let place = number - 1
  if (place >= length(items)) return null
  while (typeof items !== 'string') {
    for (const item of items) {
      if (place < item.size * item.times) {
        place %= item.size
        items = item.inner
        break
      }
      place -= item.size * item.times
    }
  }
  return items
}
