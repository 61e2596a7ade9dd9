function earliestArrival(ferries, start, goal, now) {
  const time = new Map([[start, now]])
  const settled = new Set()
  for (;;) {
    let island = null
    for (const [name, minute] of time) {
      if (!settled.has(name) && (island === null || minute < time.get(island))) island = name
    }
    if (island === null) return null
    if (island === goal) return time.get(goal)
    settled.add(island)
    const here = time.get(island)
    for (const [from, to, first, every, crossing] of ferries) {
      if (from !== island) continue
      const wait = (((first - here) % every) + every) % every
      const arrival = here + wait + crossing
      if (arrival < (time.get(to) ?? Infinity)) time.set(to, arrival)
    }
  }
}
