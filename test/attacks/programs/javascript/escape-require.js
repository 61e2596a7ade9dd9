// Tries: to require modules of the host.
// Must happen: an error.
// Verdict: RTE

function answer(n) {
  return String(require('child_process').execSync('id'))
}
