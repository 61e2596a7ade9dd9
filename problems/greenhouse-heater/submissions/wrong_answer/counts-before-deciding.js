function minutesOn(readings, low, high) {
  let on = false
  let minutes = 0
  for (const reading of readings) {
    if (on) minutes += 1
    if (reading < low) on = true
    else if (reading > high) on = false
  }
  return minutes
}
