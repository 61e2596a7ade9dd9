function mostRepairs(things) {
  things.sort((a, b) => a[1] - b[1])
  let time = 0
  let repaired = 0
  for (const [minutes, leaves] of things) {
    if (time + minutes <= leaves) {
      time += minutes
      repaired++
    }
  }
  return repaired
}
