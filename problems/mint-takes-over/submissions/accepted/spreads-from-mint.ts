function after(bed: string[], weeks: number): string[] {
  const squares = bed.map((row) => [...row])
  for (let week = 0; week < weeks; week += 1) {
    const mint: [number, number][] = []
    squares.forEach((row, r) => row.forEach((square, c) => square === 'm' && mint.push([r, c])))
    for (const [r, c] of mint) {
      for (const [y, x] of [[r - 1, c], [r + 1, c], [r, c - 1], [r, c + 1]] as [number, number][]) {
        if (squares[y]?.[x] === '.') squares[y]![x] = 'm'
      }
    }
  }
  return squares.map((row) => row.join(''))
}
