function leftWaiting(seats, people) {
  const riders = people.map(([, start, goal], index) => ({ start, goal, index }))
  riders.sort((a, b) => a.start - b.start || a.index - b.index)
  const behind = new Set()
  let bus = []
  for (const { start, goal, index } of riders) {
    bus = bus.filter((end) => end > start)
    if (bus.length < seats) bus.push(goal)
    else behind.add(index)
  }
  return people.filter((_, index) => behind.has(index)).map(([name]) => name)
}
