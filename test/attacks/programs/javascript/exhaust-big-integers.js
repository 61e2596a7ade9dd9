// Tries: to square big integers, where V8 cannot be stopped.
// Must happen: the watchdog kills the worker: TLE.
// Verdict: TLE RTE

function answer(n) {
  let b = 7n
  while (true) b *= b
}
