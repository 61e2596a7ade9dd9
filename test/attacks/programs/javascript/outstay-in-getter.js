// Tries: to outstay while its answer is read.
// Must happen: TLE.
// Verdict: TLE

function answer(n) {
  return { get x() { while (true); } }
}
