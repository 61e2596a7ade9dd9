// Tries: to print without end, catching everything.
// Must happen: OLE.
// Verdict: OLE TLE

function answer(n) {
  while (true) {
    try {
      console.log('x'.repeat(10000))
    } catch {}
  }
}
