function dates(year, weekday, which) {
  const days = []
  for (let month = 0; month < 12; month += 1) {
    const fitting = []
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    for (let day = 1; day <= length; day += 1) {
      if (new Date(Date.UTC(year, month, day)).getUTCDay() === weekday) fitting.push(day)
    }
    days.push(which === 5 ? fitting.at(-1) : fitting[which - 1])
  }
  return days
}
