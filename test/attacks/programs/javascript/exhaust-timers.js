// Tries: to start timers for ever.
// Must happen: RTE: they never end.
// Verdict: RTE TLE MLE

function answer(n) {
  const more = () => setTimeout(more, 0)
  more()
  return new Promise(() => {})
}
