// Tries: to call the judge's side by the name under which it waits in a fresh isolate.
// Must happen: RTE; the name is gone before any code of a player's runs.
// Verdict: RTE

const found = harness
const again = 'harness' in globalThis ? globalThis.harness : found

function answer(n) {
  return String(again('begin', 1 << 30, ''))
}
