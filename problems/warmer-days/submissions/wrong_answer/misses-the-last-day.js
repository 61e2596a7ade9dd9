function warmerDays(temps) {
  let happy = 0
  for (let i = 1; i < temps.length - 1; i++) {
    if (temps[i] > temps[i - 1]) happy++
  }
  return happy
}
