function wateringDays(rain) {
  const days = []
  let dry = 0
  rain.forEach((millimetres, day) => {
    dry = millimetres < 2 ? dry + 1 : 0
    if (dry === 3) {
      days.push(day)
      dry = 0
    }
  })
  return days
}
