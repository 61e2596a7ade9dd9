function fewestSwitches(lamps, switches) {
  const masks = switches.map((switchLamps) => switchLamps.reduce((mask, lamp) => mask | (1n << BigInt(lamp)), 0n))
  const dark = lamps.reduce((mask, shines, i) => (shines ? mask : mask | (1n << BigInt(i))), 0n)

  // the fewest presses among switches i and after that put out everything in `rest`
  function fewest(i, rest) {
    if (i === masks.length) return rest === 0n ? 0 : Infinity
    return Math.min(fewest(i + 1, rest), 1 + fewest(i + 1, rest ^ masks[i]))
  }
  const presses = fewest(0, dark)
  return presses === Infinity ? null : presses
}
