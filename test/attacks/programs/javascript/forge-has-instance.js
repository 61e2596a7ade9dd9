// Tries: to make everything a promise and nothing an error for the harness.
// Must happen: RTE of its own.
// Verdict: RTE

Object.defineProperty(Promise, Symbol.hasInstance, { value: () => true })
Object.defineProperty(Error, Symbol.hasInstance, {
  value: () => {
    throw 'nothing is an error'
  },
})
const answer = (n) => 'AC'
