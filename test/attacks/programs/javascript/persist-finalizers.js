// Tries: to run code when garbage is collected later.
// Must happen: it dies with the isolate.
// Verdict: WA

const registry = new FinalizationRegistry(() => { while (true); })

function answer(n) {
  for (let i = 0; i < 1000; i++) registry.register({}, i)
  return 'planted'
}
