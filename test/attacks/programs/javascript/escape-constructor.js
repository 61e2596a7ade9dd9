// Tries: to reach the host through constructors of constructors.
// Must happen: there is no process to be reached.
// Verdict: RTE WA

function answer(n) {
  const found = [].constructor.constructor("return typeof process === 'object' && process.mainModule")()
  return String(found.require('child_process').execSync('id'))
}
