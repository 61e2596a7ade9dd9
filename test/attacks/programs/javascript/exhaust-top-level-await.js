// Tries: to wait for ever at top level.
// Must happen: an error or TLE.
// Verdict: RTE TLE CE

await new Promise(() => {})

export function answer(n) {
  return 'never'
}
