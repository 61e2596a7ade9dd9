// Tries: to run for ever.
// Must happen: TLE.
// Verdict: TLE

function answer(n) {
  while (true);
}
