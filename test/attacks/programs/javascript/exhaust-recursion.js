// Tries: to recurse for ever.
// Must happen: RTE.
// Verdict: RTE

function answer(n) {
  return answer(n + 1) + 1
}
