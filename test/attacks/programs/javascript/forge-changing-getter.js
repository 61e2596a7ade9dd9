// Tries: to be another function at each look.
// Must happen: each call is judged by its own answer.
// Verdict: WA RTE

let looks = 0
Object.defineProperty(globalThis, 'answer', { get: () => (++looks % 2 ? () => 'AC' : 5), configurable: true })
