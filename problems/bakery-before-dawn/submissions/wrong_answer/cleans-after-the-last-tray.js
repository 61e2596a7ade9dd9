function minutesNeeded(ovens, trays) {
  const doneAfter = (time) => {
    let total = 0
    for (const [minutes, load, cleaning] of ovens) {
      const cycle = load * minutes + cleaning
      total += Math.floor(time / cycle) * load
      const rest = time % cycle
      if (rest < load * minutes) total += Math.floor(rest / minutes)
    }
    return total
  }
  let low = 0
  let high = trays * 2000
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (doneAfter(middle) >= trays) high = middle
    else low = middle + 1
  }
  return low
}
