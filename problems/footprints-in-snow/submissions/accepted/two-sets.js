function trampled(walk) {
  let x = 0
  let y = 0
  const seen = new Set(['0,0'])
  const seenAgain = new Set()
  for (const letter of walk) {
    if (letter === 'N') y += 1
    if (letter === 'S') y -= 1
    if (letter === 'E') x += 1
    if (letter === 'W') x -= 1
    const place = `${x},${y}`
    if (seen.has(place)) seenAgain.add(place)
    seen.add(place)
  }
  return seenAgain.size
}
