// Tries: to make V8 compile a pattern of thousands of sets of letters, memory that is on no heap.
// Must happen: the watchdog counts it.
// Verdict: MLE TLE RTE

const answer = (n) => new RegExp(`[${'[\\p{L}--[b]]'.repeat(2000)}]`, 'v').test('x')
