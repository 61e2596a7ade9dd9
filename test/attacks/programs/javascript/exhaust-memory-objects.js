// Tries: to fill the heap.
// Must happen: MLE.
// Verdict: MLE TLE

function answer(n) {
  const held = []
  while (true) held.push({ n, a: [n, n, n] })
}
