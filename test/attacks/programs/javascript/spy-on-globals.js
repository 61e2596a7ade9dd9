// Tries: to find expected answers or other sources in the global scope.
// Must happen: only its own inputs are there.
// Verdict: WA

function answer(n) {
  return Object.getOwnPropertyNames(globalThis).filter((name) => String(globalThis[name]).includes('SECRET')).join()
}
