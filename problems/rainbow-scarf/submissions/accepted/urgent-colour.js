function firstScarf(wool) {
  const left = new Map()
  for (const colour of [...wool].sort()) left.set(colour, (left.get(colour) ?? 0) + 1)

  let scarf = ''
  for (let n = wool.length; n > 0; n--) {
    const last = scarf.at(-1)
    // a colour that fills every other place from here on cannot wait
    const urgent = [...left.keys()].find((colour) => 2 * left.get(colour) > n)
    const colour = urgent ?? [...left.keys()].find((c) => c !== last && left.get(c) > 0)
    if (colour === undefined || colour === last || 2 * left.get(colour) > n + 1) return null
    scarf += colour
    left.set(colour, left.get(colour) - 1)
  }
  return scarf
}
