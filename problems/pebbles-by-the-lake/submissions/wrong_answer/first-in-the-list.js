function firstMove(pebbles, moves) {
  const known = new Map()
  const wins = (left, last) => {
    const key = left * 1000 + last
    if (!known.has(key)) known.set(key, moves.some((m) => m !== last && m <= left && !wins(left - m, m)))
    return known.get(key)
  }
  return moves.find((m) => m <= pebbles && !wins(pebbles - m, m)) ?? 0
}
