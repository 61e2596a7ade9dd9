// Tries: to make texts without end.
// Must happen: RTE or MLE.
// Verdict: RTE MLE TLE

function answer(n) {
  let text = 'x'
  while (true) {
    text += text
    text.charCodeAt(text.length >> 1)
  }
}
