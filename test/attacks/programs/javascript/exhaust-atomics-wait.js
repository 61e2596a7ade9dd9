// Tries: to block the thread where no code runs.
// Must happen: RTE; a wait without work would be nobody's processor time.
// Verdict: RTE

function answer(n) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  return 'woke'
}
