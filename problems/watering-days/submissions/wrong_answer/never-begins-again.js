function wateringDays(rain) {
  const days = []
  let dry = 0
  for (let i = 0; i < rain.length; i++) {
    if (rain[i] < 2) dry++
    if (dry === 3) {
      days.push(i + 1)
      dry = 0
    }
  }
  return days
}
