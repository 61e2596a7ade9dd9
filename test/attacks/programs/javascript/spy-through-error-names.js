// Tries: to name an error after the hidden input that raised it, and to number its line likewise.
// Must happen: RTE; of a hidden test a kind is told that stands in the source, and a line that is there.
// Verdict: RTE

function answer(n) {
  const error = new Error('spy')
  error.name = `input_${n}`
  error.stack = `Error\n    at solution.js:${n}:1`
  throw error
}
