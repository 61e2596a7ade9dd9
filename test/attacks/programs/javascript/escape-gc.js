// Tries: to get V8's own functions.
// Must happen: neither gc nor native syntax is there.
// Verdict: WA CE

function answer(n) {
  return [typeof gc, typeof globalThis.gc, typeof d8, typeof Deno, typeof load].join()
}
