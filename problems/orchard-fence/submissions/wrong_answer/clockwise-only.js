function treesInside(walk) {
  let y = 0
  let area = 0
  let fence = 0
  for (const step of walk) {
    const metres = Number(step.slice(1))
    fence += metres
    if (step[0] === 'N') y += metres
    if (step[0] === 'S') y -= metres
    if (step[0] === 'E') area += y * metres
    if (step[0] === 'W') area -= y * metres
  }
  return area - fence / 2 + 1
}
