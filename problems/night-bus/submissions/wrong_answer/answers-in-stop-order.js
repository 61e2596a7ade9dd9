function leftWaiting(seats, people) {
  const behind = []
  let bus = []
  const sorted = [...people].sort((a, b) => a[1] - b[1])
  for (const [name, start, goal] of sorted) {
    bus = bus.filter((end) => end > start)
    if (bus.length < seats) bus.push(goal)
    else behind.push(name)
  }
  return behind
}
