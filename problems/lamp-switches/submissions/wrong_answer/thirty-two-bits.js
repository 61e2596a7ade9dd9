function fewestSwitches(lamps, switches) {
  const masks = switches.map((list) => list.reduce((mask, lamp) => mask | (1 << lamp), 0))
  const dark = lamps.reduce((mask, shines, i) => (shines ? mask : mask | (1 << i)), 0)
  let best = null
  for (let set = 0; set < 1 << masks.length; set++) {
    let rest = dark
    let presses = 0
    masks.forEach((mask, i) => {
      if (set & (1 << i)) {
        rest ^= mask
        presses++
      }
    })
    if (rest === 0 && (best === null || presses < best)) best = presses
  }
  return best
}
