function minutesOn(readings, low, high) {
  let on = true
  let minutes = 0
  for (const reading of readings) {
    if (reading > high) on = false
    else if (reading < low) on = true
    if (on) minutes++
  }
  return minutes
}
