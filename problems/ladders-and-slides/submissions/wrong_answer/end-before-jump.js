function play(last, jumps, rolls) {
  const ends = new Map(jumps)
  let square = 0
  let used = 0
  for (const roll of rolls) {
    used += 1
    square += roll
    if (square > last) square = last - (square - last)
    if (square === last) break
    square = ends.get(square) ?? square
  }
  return [square, used]
}
