// Tries: to patch intrinsics for the next submission.
// Must happen: the next one has an isolate of its own.
// Verdict: WA

Array.prototype.map = () => ['LEAK']
Object.prototype.leak = 'LEAK'
globalThis.leak = 'LEAK'
Math.max = () => 42

function answer(n) {
  return 'planted'
}
