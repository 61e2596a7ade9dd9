// Tries: to answer with many megabytes.
// Must happen: OLE.
// Verdict: OLE

function answer(n) {
  return 'x'.repeat(50_000_000)
}
