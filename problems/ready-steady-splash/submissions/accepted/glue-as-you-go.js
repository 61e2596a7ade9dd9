function readySteadySplash(count) {
  let shout = ''
  for (let n = count; n >= 1; n--) {
    shout += n + ', '
  }
  return shout + 'Splash!'
}
