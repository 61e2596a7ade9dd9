const HEADING = { N: [0, 1], E: [1, 0], S: [0, -1], W: [-1, 0] }

function treesInside(walk) {
  let [x, y] = [0, 0]
  let twiceArea = 0n // products can be larger than what a number holds exactly
  let fence = 0n
  for (const step of walk) {
    const [dx, dy] = HEADING[step[0]]
    const metres = Number(step.slice(1))
    const [nextX, nextY] = [x + dx * metres, y + dy * metres]
    twiceArea += BigInt(x) * BigInt(nextY) - BigInt(nextX) * BigInt(y)
    fence += BigInt(metres)
    x = nextX
    y = nextY
  }
  if (twiceArea < 0n) twiceArea = -twiceArea
  return Number((twiceArea - fence + 2n) / 2n)
}
