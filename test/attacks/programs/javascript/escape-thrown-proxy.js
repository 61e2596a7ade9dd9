// Tries: to run code in the host when it looks at a thrown proxy.
// Must happen: nothing of it is looked at out there.
// Verdict: RTE

const trap = new Proxy(function () {}, {
  get(target, key) {
    if (key === 'constructor') return trap
    throw new Proxy({}, this)
  },
  getPrototypeOf: () => Error.prototype,
  apply: () => trap,
})

function answer(n) {
  throw trap
}
