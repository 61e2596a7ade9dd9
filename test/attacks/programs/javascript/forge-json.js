// Tries: to replace JSON and array functions that the harness might use.
// Must happen: the harness took its own before.
// Verdict: WA

JSON.stringify = () => '{"end":"value","value":"\\"AC\\""}'
JSON.parse = () => ['AC']
Array.prototype.push = function () { return 1 }
Array.prototype.join = () => '{"end":"done"}'
String.prototype.slice = () => 'AC'
RegExp.prototype.exec = () => null
RegExp.prototype.test = () => true
Reflect.apply = () => 'AC'
Function.prototype.call = Function.prototype.apply = () => 'AC'

function answer(n) {
  return 'AC'
}
