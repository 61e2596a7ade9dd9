function bridgesUntilJoined(islands, bridges) {
  const group = Array.from({ length: islands }, (_, i) => i)
  let groups = islands
  let used = 0
  for (const [a, b] of bridges) {
    if (groups === 1) break
    const [from, to] = [group[a], group[b]]
    if (from === to) continue
    for (let i = 0; i < islands; i++) if (group[i] === from) group[i] = to
    groups--
    used++
  }
  return groups === 1 ? used : null
}
