function curtainTime(minutes, needs) {
  const waiting = {}
  const start = {}
  for (const job in minutes) {
    waiting[job] = (needs[job] ?? []).length
    start[job] = 0
  }
  const ready = Object.keys(minutes).filter((job) => waiting[job] === 0)
  let last = 0
  for (const job of ready) {
    const end = start[job] + minutes[job]
    last = Math.max(last, end)
    for (const next in needs) {
      if (!needs[next].includes(job)) continue
      start[next] = Math.max(start[next], end)
      if (--waiting[next] === 0) ready.push(next)
    }
  }
  return last
}
