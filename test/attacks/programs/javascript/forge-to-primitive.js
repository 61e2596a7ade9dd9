// Tries: to answer an object that becomes whatever it is compared with.
// Must happen: objects cross as JSON.
// Verdict: WA

function answer(n) {
  return { [Symbol.toPrimitive]: () => 'AC', toString: () => 'AC', valueOf: () => 'AC', toJSON: () => 'AC' }
}
