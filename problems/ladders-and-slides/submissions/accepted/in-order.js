function play(last, jumps, rolls) {
  const ends = new Map(jumps)
  let square = 0
  let used = 0
  while (square !== last && used < rolls.length) {
    square += rolls[used]
    used += 1
    if (square > last) square = 2 * last - square
    square = ends.get(square) ?? square
  }
  return [square, used]
}
