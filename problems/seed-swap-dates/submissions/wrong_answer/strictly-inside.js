function dates(year, weekday, which) {
  const days = []
  for (let month = 0; month < 12; month += 1) {
    const begins = (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    let day = 1 + ((weekday - begins + 7) % 7) + 7 * (Math.min(which, 4) - 1)
    if (which === 5 && day + 7 < length) day += 7
    days.push(day)
  }
  return days
}
