function table(games) {
  const points = {}
  const wins = {}
  for (const [white, black, result] of games) {
    for (const name of [white, black]) {
      points[name] ??= 0
      wins[name] ??= 0
    }
    if (result === 'draw') {
      points[white] += 1
      points[black] += 1
    } else {
      const winner = result === 'white' ? white : black
      points[winner] += 2
      wins[winner] += 1
    }
  }
  return Object.entries(points).sort((a, b) => b[1] - a[1] || wins[b[0]] - wins[a[0]])
}
