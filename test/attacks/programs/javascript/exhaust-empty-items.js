// Tries: to answer millions of items that have no length of their own.
// Must happen: OLE; brackets and commas count.
// Verdict: OLE

const answer = (n) => new Array(5_000_000).fill([])
