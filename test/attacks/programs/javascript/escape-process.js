// Tries: to exit, kill or look into the process.
// Must happen: there is a stand-in with nothing behind it.
// Verdict: RTE WA

function answer(n) {
  const words = Object.keys(process.env).join()
  process.binding('spawn_sync')
  return words
}
