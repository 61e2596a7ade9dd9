function firstSnow(days) {
  let day = 0
  for (const weather of days) {
    if (weather === 'snow') return day
    day += 1
  }
  return 0
}
