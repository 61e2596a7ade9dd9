function tilesToChange(rows) {
  let wrong = 0
  for (let r = 0; r < rows.length; r += 1) {
    for (let c = 0; c < rows[r].length; c += 1) {
      if (rows[r][c] !== rows[r][rows[r].length - 1 - c]) wrong += 1
      if (rows[r][c] !== rows[rows.length - 1 - r][c]) wrong += 1
    }
  }
  return wrong
}
