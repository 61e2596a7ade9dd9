function firstTogether(lights) {
  let t = Math.max(...lights.map(([first]) => first))
  let step = 1
  for (const [first, period] of lights) {
    let looked = 0
    while ((t - first) % period !== 0) {
      if (++looked === period) return null
      t += step
    }
    step *= period
  }
  return t
}
