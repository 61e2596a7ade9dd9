// Tries: to read files with the one function of fs that is there.
// Must happen: only standard input can be read.
// Verdict: RTE

function answer(n) {
  return require('fs').readFileSync('/etc/passwd', 'utf8')
}
