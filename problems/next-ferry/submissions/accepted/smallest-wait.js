function minutes(time) {
  const [hours, rest] = time.split(':').map(Number)
  return hours * 60 + rest
}

function wait(now, departures) {
  const waits = departures.map((departure) => (minutes(departure) - minutes(now) + 1440) % 1440)
  return Math.min(...waits)
}
