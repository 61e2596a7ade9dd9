function minutes(time) {
  const [hours, rest] = time.split(':').map(Number)
  return hours * 60 + rest
}

function averageSleep(nights) {
  if (nights.length === 0) return '0:00'
  let total = 0
  for (const [asleep, awake] of nights) total += (minutes(awake) - minutes(asleep) + 1440) % 1440
  const average = Math.round(total / nights.length)
  return `${Math.floor(average / 60)}:${String(average % 60).padStart(2, '0')}`
}
