function readySteadySplash(count) {
  const numbers = []
  for (let n = count; n >= 1; n--) {
    numbers.push(n)
  }
  return numbers.join(', ') + ' Splash!'
}
