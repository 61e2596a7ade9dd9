// Tries: to grow buffers in place, which the isolate's heap limit does not count.
// Must happen: the watchdog counts the process's memory.
// Verdict: MLE TLE RTE

const answer = (n) => {
  const kept = []
  for (let i = 0; i < 2000; i++) {
    const buffer = new ArrayBuffer(8, { maxByteLength: 2 ** 26 })
    buffer.resize(2 ** 26)
    new Uint8Array(buffer).fill(1)
    kept.push(buffer)
  }
  return kept.length
}
