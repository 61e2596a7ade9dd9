function tilesToChange(rows) {
  let wrong = 0
  for (let r = 0; r < rows.length; r += 1) {
    for (let c = 0; c < rows[r].length; c += 1) {
      const tile = rows[r][c]
      if (tile !== rows[rows.length - r][c] || tile !== rows[r][rows[r].length - 1 - c]) wrong += 1
    }
  }
  return wrong
}
