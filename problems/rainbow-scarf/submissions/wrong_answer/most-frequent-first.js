function firstScarf(wool) {
  const left = {}
  for (const colour of wool) left[colour] = (left[colour] ?? 0) + 1
  let scarf = ''
  while (scarf.length < wool.length) {
    const next = Object.keys(left)
      .filter((colour) => left[colour] > 0 && colour !== scarf.at(-1))
      .sort((a, b) => left[b] - left[a] || (a < b ? -1 : 1))[0]
    if (!next) return null
    scarf += next
    left[next]--
  }
  return scarf
}
