function after(bed, weeks) {
  const mint = (rows, r, c) => rows[r] !== undefined && rows[r][c] === 'm'
  for (let week = 0; week < weeks; week += 1) {
    const old = bed
    bed = old.map((row, r) =>
      [...row]
        .map((square, c) =>
          mint(old, r - 1, c) || mint(old, r + 1, c) || mint(old, r, c - 1) || mint(old, r, c + 1) ? 'm' : square,
        )
        .join(''),
    )
  }
  return bed
}
