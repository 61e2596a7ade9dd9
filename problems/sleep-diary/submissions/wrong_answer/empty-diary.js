function minutes(time) {
  const [hours, rest] = time.split(':').map(Number)
  return hours * 60 + rest
}

function averageSleep(nights) {
  let total = 0
  for (const [asleep, awake] of nights) total += (minutes(awake) - minutes(asleep) + 1440) % 1440
  const average = Math.floor(total / nights.length)
  return `${Math.floor(average / 60)}:${String(average % 60).padStart(2, '0')}`
}
