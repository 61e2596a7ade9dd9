function layDominoes(dominoes) {
  const line = []
  let open = null
  for (const [left, right] of dominoes) {
    if (open === null || left === open || right === open) {
      line.push([left, right])
      open = right
    }
  }
  return line
}
