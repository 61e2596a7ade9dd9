// Tries: to make the server read a number of almost a million digits, without any forgery.
// Must happen: it is another answer, by its length alone.
// Verdict: WA TLE

const answer = (n) => 10n ** 400000n
