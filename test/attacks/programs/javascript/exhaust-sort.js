// Tries: to sort millions of items in one call that V8 does not interrupt.
// Must happen: TLE or MLE.
// Verdict: TLE MLE

function answer(n) {
  const items = Array.from({ length: 6_000_000 }, (_, i) => (i * 7919) % 1000003)
  return String(items.sort()[0])
}
