function table(games) {
  const players = new Map()
  const player = (name) => {
    if (!players.has(name)) players.set(name, { name, points: 0, wins: 0 })
    return players.get(name)
  }
  for (const [white, black, result] of games) {
    const pair = { white: player(white), black: player(black) }
    if (result === 'draw') {
      pair.white.points += 1
      pair.black.points += 1
    } else {
      pair[result].points += 2
      pair[result].wins += 1
    }
  }
  return [...players.values()]
    .sort((a, b) => b.points - a.points || b.wins - a.wins || (a.name < b.name ? -1 : 1))
    .map(({ name, points }) => [name, points])
}
