function fewestBuses(lines, start, goal) {
  const boarded = new Map([[start, 0]])
  const queue = [start]
  for (const stop of queue) {
    if (stop === goal) return Math.max(0, boarded.get(stop) - 1)
    for (const line of lines) {
      const at = line.indexOf(stop)
      if (at === -1) continue
      for (const later of line.slice(at + 1)) {
        if (!boarded.has(later)) {
          boarded.set(later, boarded.get(stop) + 1)
          queue.push(later)
        }
      }
    }
  }
  return null
}
