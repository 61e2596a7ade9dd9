function wait(now, departures) {
  const number = (time) => Number(time.replace(':', ''))
  let best = 2400
  for (const departure of departures) {
    const gap = (number(departure) - number(now) + 2400) % 2400
    if (gap < best) best = gap
  }
  return best
}
