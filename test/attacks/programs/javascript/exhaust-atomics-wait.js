// Tries: to block the thread where no code runs.
// Must happen: an error, or the wall clock ends it.
// Verdict: TLE RTE

function answer(n) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  return 'woke'
}
