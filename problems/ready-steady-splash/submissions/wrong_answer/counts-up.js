function readySteadySplash(count) {
  let shout = ''
  for (let n = 1; n <= count; n++) {
    shout += n + ', '
  }
  return shout + 'Splash!'
}
