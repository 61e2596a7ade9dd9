function widestGap(shore, spots, benches) {
  const sorted = spots.toSorted((a, b) => a - b)
  const n = sorted.length
  const twice = [...sorted, ...sorted.map((spot) => spot + shore)]

  const possible = (gap) =>
    sorted.some((first, start) => {
      let at = start
      for (let placed = 1; placed < benches; placed++) {
        const from = twice[at]
        while (at < start + n && twice[at] - from < gap) at++
        if (at === start + n) return false
      }
      return first + shore - twice[at] >= gap
    })

  let possibleGap = 0
  let impossibleGap = shore
  while (impossibleGap - possibleGap > 1) {
    const middle = Math.floor((possibleGap + impossibleGap) / 2)
    if (possible(middle)) possibleGap = middle
    else impossibleGap = middle
  }
  return possibleGap
}
