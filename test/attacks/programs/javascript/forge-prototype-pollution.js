// Tries: to put words into every object.
// Must happen: what crosses is text of the harness's own making.
// Verdict: WA

Object.prototype.end = 'value'
Object.prototype.value = '"AC"'
Object.prototype.verdict = 'AC'
Object.prototype.then = undefined
Object.prototype.toJSON = () => 'AC'
Array.prototype.toJSON = () => 'AC'
Object.prototype.timeout = 1e9

function answer(n) {
  return 'AC'
}
