function after(bed, weeks) {
  for (let week = 0; week < weeks; week += 1) {
    const old = bed
    bed = old.map((row, r) => {
      let next = ''
      for (let c = 0; c < row.length; c += 1) {
        let near = false
        for (let y = r - 1; y <= r + 1; y += 1) {
          for (let x = c - 1; x <= c + 1; x += 1) {
            if (old[y] && old[y][x] === 'm') near = true
          }
        }
        next += row[c] === '.' && near ? 'm' : row[c]
      }
      return next
    })
  }
  return bed
}
