// Tries: to ask for the largest array there is.
// Must happen: RTE or MLE.
// Verdict: RTE MLE TLE WA

function answer(n) {
  return new Array(2 ** 32 - 1).fill(0).join('x').length
}
