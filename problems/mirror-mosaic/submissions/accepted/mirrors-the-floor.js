function tilesToChange(rows) {
  const upsideDown = [...rows].reverse()
  let wrong = 0
  rows.forEach((row, r) => {
    const backwards = [...row].reverse()
    for (let c = 0; c < row.length; c += 1) {
      if (row[c] !== backwards[c] || row[c] !== upsideDown[r][c]) wrong += 1
    }
  })
  return wrong
}
