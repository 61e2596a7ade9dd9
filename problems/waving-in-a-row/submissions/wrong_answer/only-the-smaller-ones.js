function wavingPairs(heights) {
  let pairs = 0
  const stack = []
  for (const height of heights) {
    while (stack.length > 0 && stack.at(-1) <= height) {
      stack.pop()
      pairs++
    }
    // forgets the first taller one
    stack.push(height)
  }
  return pairs
}
