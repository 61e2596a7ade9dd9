function smallestNumber(tiles) {
  const ordered = [...tiles].sort((a, b) => Number(a) - Number(b))
  const i = ordered.findIndex((tile) => tile[0] !== '0')
  if (i === -1) return null
  const [first] = ordered.splice(i, 1)
  return first + ordered.join('')
}
