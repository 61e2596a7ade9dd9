function mostRepairs(things) {
  const taken = []
  let busy = 0
  for (const [minutes, leaves] of things.toSorted((a, b) => a[1] - b[1])) {
    taken.push(minutes)
    busy += minutes
    if (busy > leaves) {
      const longest = taken.indexOf(Math.max(...taken))
      busy -= taken[longest]
      taken.splice(longest, 1)
    }
  }
  return taken.length
}
