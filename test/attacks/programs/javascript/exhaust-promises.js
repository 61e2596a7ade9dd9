// Tries: to flood the microtask queue.
// Must happen: TLE or MLE.
// Verdict: TLE MLE RTE

function answer(n) {
  const flood = () => Promise.resolve().then(flood)
  flood()
  return new Promise(() => {})
}
