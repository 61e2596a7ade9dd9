function coatsLifted(names) {
  const pile = []
  let lifted = 0
  for (const name of names) {
    if (!pile.includes(name)) {
      pile.push(name)
      continue
    }
    const chair = []
    while (pile[pile.length - 1] !== name) chair.push(pile.pop())
    pile.pop()
    lifted += chair.length
    while (chair.length > 0) pile.push(chair.pop())
  }
  return lifted
}
