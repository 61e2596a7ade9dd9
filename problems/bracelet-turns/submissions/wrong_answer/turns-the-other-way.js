function turns(mine, yours) {
  let bracelet = mine
  for (let n = 0; n <= mine.length; n += 1) {
    if (bracelet === yours) return n
    bracelet = bracelet.slice(-1) + bracelet.slice(0, -1)
  }
  return null
}
