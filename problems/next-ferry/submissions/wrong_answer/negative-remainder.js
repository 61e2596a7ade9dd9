function minutes(time) {
  const [hours, rest] = time.split(':').map(Number)
  return hours * 60 + rest
}

function wait(now, departures) {
  return Math.min(...departures.map((departure) => (minutes(departure) - minutes(now)) % 1440))
}
