const tomorrow = (fence) =>
  [...fence]
    .map((own, i) => {
      const left = fence.at(i - 1) === '*'
      const hereOrRight = own === '*' || fence[(i + 1) % fence.length] === '*'
      return left !== hereOrRight ? '*' : '.'
    })
    .join('')

function afterNights(fence, nights) {
  const history = []
  const firstSeen = new Map()
  while (!firstSeen.has(fence)) {
    firstSeen.set(fence, history.length)
    history.push(fence)
    fence = tomorrow(fence)
  }
  const start = firstSeen.get(fence)
  const length = history.length - start
  return nights < start ? history[nights] : history[start + ((nights - start) % length)]
}
