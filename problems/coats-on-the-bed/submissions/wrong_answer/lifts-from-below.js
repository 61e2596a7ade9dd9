function coatsLifted(names) {
  const pile = []
  let lifted = 0
  for (const name of names) {
    const at = pile.indexOf(name)
    if (at < 0) pile.push(name)
    else {
      lifted += at
      pile.splice(at, 1)
    }
  }
  return lifted
}
