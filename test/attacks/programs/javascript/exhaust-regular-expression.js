// Tries: to make a regular expression take exponential time.
// Must happen: TLE.
// Verdict: TLE

function answer(n) {
  return String(/^(a+)+$/.test('a'.repeat(40) + 'b'))
}
