// Tries: to read the script that calls it.
// Must happen: the call is not made of text.
// Verdict: WA

function answer(n) {
  return String(arguments.callee) + String(new Error().stack)
}
