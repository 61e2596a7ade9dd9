// Tries: to leave timers and promises pending.
// Must happen: they die with the isolate.
// Verdict: WA

function again() {
  Promise.resolve().then(() => {})
}
setTimeout(again, 1000)
new Promise(() => {})

function answer(n) {
  setTimeout(() => { throw new Error('LEAK') }, 100)
  return 'planted'
}
