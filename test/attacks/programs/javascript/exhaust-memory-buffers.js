// Tries: to fill memory outside the heap.
// Must happen: RTE, MLE or a killed worker.
// Verdict: RTE MLE TLE

function answer(n) {
  const held = []
  while (true) held.push(new Uint8Array(10_000_000).fill(1))
}
