function warmerDays(temps) {
  let happy = 0
  for (const temp of temps) {
    if (temp > temps[0]) happy++
  }
  return happy
}
