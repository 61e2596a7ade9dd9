function winner(ballots) {
  let films = new Set(ballots.filter((ballot) => ballot.length > 0).map((ballot) => ballot[0]))
  while (true) {
    const votes = {}
    let counted = 0
    for (const ballot of ballots) {
      const favourite = ballot.find((film) => films.has(film))
      if (favourite === undefined) continue
      votes[favourite] = (votes[favourite] || 0) + 1
      counted += 1
    }
    const order = Object.keys(votes).sort((a, b) => votes[a] - votes[b] || (a < b ? 1 : -1))
    const best = order.at(-1)
    if (votes[best] * 2 >= counted) return best
    films = new Set([...films].filter((film) => film !== order[0]))
  }
}
