function smallestNumber(tiles) {
  const ordered = [...tiles].sort((a, b) => (a + b < b + a ? -1 : a + b > b + a ? 1 : 0))
  let best = null
  ordered.forEach((first, i) => {
    if (first.startsWith('0')) return
    const row = first + ordered.toSpliced(i, 1).join('')
    if (best === null || row < best) best = row
  })
  return best
}
