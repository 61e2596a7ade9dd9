// Tries: to run for ever while the class is made.
// Must happen: TLE.
// Verdict: TLE

class Slow {
  static {
    while (true);
  }
}

function answer(n) {
  return 'never'
}
