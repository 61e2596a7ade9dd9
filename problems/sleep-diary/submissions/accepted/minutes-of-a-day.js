function minutes(time) {
  const [hours, rest] = time.split(':').map(Number)
  return hours * 60 + rest
}

function averageSleep(nights) {
  if (nights.length === 0) return '0:00'
  let total = 0
  for (const [asleep, awake] of nights) {
    const slept = minutes(awake) - minutes(asleep)
    total += slept < 0 ? slept + 1440 : slept
  }
  const average = Math.floor(total / nights.length)
  return `${Math.floor(average / 60)}:${String(average % 60).padStart(2, '0')}`
}
