function firstSnow(days) {
  let day = 1
  for (const weather of days) {
    day += 1
    if (weather === 'snow') return day
  }
  return 0
}
