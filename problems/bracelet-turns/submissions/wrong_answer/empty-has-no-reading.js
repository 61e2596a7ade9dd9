function turns(mine, yours) {
  for (let n = 0; n < mine.length; n += 1) {
    if (mine.slice(n) + mine.slice(0, n) === yours) return n
  }
  return null
}
