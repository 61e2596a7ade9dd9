function winner(ballots) {
  const films = new Set(ballots.flat().sort())
  while (true) {
    const votes = new Map([...films].map((film) => [film, 0]))
    let counted = 0
    for (const ballot of ballots) {
      const favourite = ballot.find((film) => films.has(film))
      if (favourite === undefined) continue
      votes.set(favourite, votes.get(favourite) + 1)
      counted += 1
    }
    let out = null
    for (const [film, count] of votes) {
      if (count * 2 > counted) return film
      if (out === null || count <= votes.get(out)) out = film
    }
    films.delete(out)
  }
}
