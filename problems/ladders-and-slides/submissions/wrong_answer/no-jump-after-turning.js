function play(last, jumps, rolls) {
  const ends = new Map(jumps)
  let square = 0
  let used = 0
  for (const roll of rolls) {
    used += 1
    square += roll
    if (square > last) {
      square = 2 * last - square
    } else if (ends.has(square)) {
      square = ends.get(square)
    }
    if (square === last) break
  }
  return [square, used]
}
