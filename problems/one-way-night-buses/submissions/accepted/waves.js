function fewestBuses(lines, start, goal) {
  let wave = new Set([start])
  const seen = new Set(wave)
  for (let buses = 0; wave.size > 0; buses++) {
    if (wave.has(goal)) return buses
    const next = new Set()
    for (const line of lines) {
      // everything after the first stop of this line that the wave has reached
      const on = line.findIndex((stop) => wave.has(stop))
      if (on === -1) continue
      for (const stop of line.slice(on + 1)) {
        if (!seen.has(stop)) {
          seen.add(stop)
          next.add(stop)
        }
      }
    }
    wave = next
  }
  return null
}
