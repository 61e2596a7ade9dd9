// Tries: to answer an array with four billion holes.
// Must happen: OLE, TLE or MLE.
// Verdict: OLE TLE MLE

function answer(n) {
  const a = []
  a.length = 2 ** 32 - 1
  return a
}
