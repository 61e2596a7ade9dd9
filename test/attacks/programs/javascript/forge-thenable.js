// Tries: to answer an endless chain of thenables.
// Must happen: WA, RTE or TLE; nothing waits for ever.
// Verdict: WA RTE TLE

const chain = { then: (ok) => ok(chain) }

async function answer(n) {
  return chain
}
