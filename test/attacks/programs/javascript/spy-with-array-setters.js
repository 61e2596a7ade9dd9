// Tries: to be called with what the harness puts into its own lists: timers, names, later inputs.
// Must happen: the harness's lists are its own loss; nothing of the world or of other tests is in them.
// Verdict: RTE WA

const seen = []
for (let i = 0; i < 9; i++)
  Object.defineProperty(Array.prototype, i, {
    configurable: true,
    set(value) {
      seen.length < 100 && Object.defineProperty(seen, seen.length, { value, configurable: true })
    },
  })
function answer(n) {
  setTimeout(() => {}, 1)
  let said = ''
  for (let i = 0; i < seen.length; i++) said += String(seen[i]?.run ?? seen[i])
  if (n === 1) console.log(said)
  return { n, said }
}
