function minutesNeeded(ovens, trays) {
  const doneAfter = (time) =>
    ovens.reduce((total, [minutes, load, cleaning]) => {
      const cycle = load * minutes + cleaning
      return total + Math.floor(time / cycle) * load + Math.min(load, Math.floor((time % cycle) / minutes))
    }, 0)

  // not a shift: the numbers grow past 32 bits
  let tooLittle = -1
  let enough = trays * 2000
  while (enough - tooLittle > 1) {
    const middle = Math.floor((tooLittle + enough) / 2)
    if (doneAfter(middle) >= trays) enough = middle
    else tooLittle = middle
  }
  return enough
}
