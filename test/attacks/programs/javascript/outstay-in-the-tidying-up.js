// Tries: to leave so much behind that putting things back takes long, at the cost of whoever comes next.
// Must happen: the next submission has its own time.
// Verdict: WA MLE

const kept = []

function answer(n) {
  for (let i = 0; i < 50_000; i++) kept.push(new Map([[i, new ArrayBuffer(64)]]))
  return 'left behind'
}
