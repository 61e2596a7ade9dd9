function earliestArrival(ferries, start, goal, now) {
  // No queue: improve every island's time until nothing gets better.
  const time = new Map([[start, now]])
  for (let changed = true; changed; ) {
    changed = false
    for (const [from, to, first, every, crossing] of ferries) {
      if (!time.has(from)) continue
      const late = Math.max(0, time.get(from) - first)
      const arrival = first + Math.ceil(late / every) * every + crossing
      if (arrival < (time.get(to) ?? Infinity)) {
        time.set(to, arrival)
        changed = true
      }
    }
  }
  return time.get(goal) ?? null
}
