function curtainTime(minutes, needs) {
  const waiting = new Map()
  const neededBy = new Map()
  const start = new Map()
  for (const job of Object.keys(minutes)) {
    const others = needs[job] ?? []
    waiting.set(job, others.length)
    start.set(job, 0)
    for (const other of others) {
      if (!neededBy.has(other)) neededBy.set(other, [])
      neededBy.get(other).push(job)
    }
  }
  const ready = [...waiting.keys()].filter((job) => waiting.get(job) === 0)
  let last = 0
  for (const job of ready) {
    const end = start.get(job) + minutes[job]
    last = Math.max(last, end)
    for (const next of neededBy.get(job) ?? []) {
      start.set(next, Math.max(start.get(next), end))
      waiting.set(next, waiting.get(next) - 1)
      if (waiting.get(next) === 0) ready.push(next)
    }
  }
  return ready.length === waiting.size ? last : null
}
