function wavingPairs(heights) {
  // Count every pair at its smaller end: the nearest person of at least the same height on each side.
  const next = (row) => {
    const stack = []
    const found = new Array(row.length).fill(-1)
    for (let i = 0; i < row.length; i++) {
      while (stack.length > 0 && row[stack.at(-1)] <= row[i]) found[stack.pop()] = i
      stack.push(i)
    }
    return found
  }
  const n = heights.length
  const right = next(heights)
  const left = next(heights.toReversed()).reverse().map((i) => (i === -1 ? -1 : n - 1 - i))
  let pairs = 0
  for (let i = 0; i < n; i++) {
    if (right[i] !== -1) pairs++
    // a pair of equals was counted at its left end already
    if (left[i] !== -1 && heights[left[i]] !== heights[i]) pairs++
  }
  return pairs
}
