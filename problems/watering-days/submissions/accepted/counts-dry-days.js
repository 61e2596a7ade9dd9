function wateringDays(rain) {
  const days = []
  let dry = 0
  for (let i = 0; i < rain.length; i += 1) {
    dry = rain[i] < 2 ? dry + 1 : 0
    if (dry === 3) {
      days.push(i + 1)
      dry = 0
    }
  }
  return days
}
