// Tries: to climb to the caller of its function.
// Must happen: strict code has no caller.
// Verdict: RTE WA

function answer(n) {
  return String(answer.caller.caller.constructor('return process')().env)
}
