// Tries: to get at host promises through species and then.
// Must happen: no promise of the host comes in.
// Verdict: WA RTE

let seen = []
const then = Promise.prototype.then
Promise.prototype.then = function (a, b) {
  seen.push(a && a.constructor && a.constructor !== Function ? 'host' : 'own')
  return then.call(this, a, b)
}
Promise[Symbol.species] && Object.defineProperty(Promise, Symbol.species, { value: function (f) { f(() => {}, () => {}) } })

async function answer(n) {
  return seen.join()
}
