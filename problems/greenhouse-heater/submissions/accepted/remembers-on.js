function minutesOn(readings, low, high) {
  let on = false
  let minutes = 0
  for (const reading of readings) {
    if (reading < low) on = true
    if (reading > high) on = false
    if (on) minutes += 1
  }
  return minutes
}
