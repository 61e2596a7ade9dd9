function oneWeek(bed) {
  const mint = (r, c) => bed[r]?.[c] === 'm'
  return bed.map((row, r) =>
    [...row]
      .map((square, c) => {
        const near = mint(r - 1, c) || mint(r + 1, c) || mint(r, c - 1) || mint(r, c + 1)
        return square === '.' && near ? 'm' : square
      })
      .join(''),
  )
}

function after(bed, weeks) {
  let now = bed
  for (let week = 0; week < weeks; week += 1) now = oneWeek(now)
  return now
}
