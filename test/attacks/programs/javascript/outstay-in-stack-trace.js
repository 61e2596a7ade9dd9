// Tries: to stay in the function that V8 calls while the harness asks an error for its stack.
// Must happen: TLE.
// Verdict: TLE

Error.prepareStackTrace = () => {
  while (true);
}
function answer(n) {
  throw new Error('look at me')
}
