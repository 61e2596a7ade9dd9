// Tries: to stay where the judge only asks whether there is such a function.
// Must happen: TLE.
// Verdict: TLE

Object.defineProperty(globalThis, 'answer', {
  get() {
    while (true);
  },
})
