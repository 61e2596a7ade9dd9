function turns(mine, yours) {
  if (mine.length !== yours.length) return null
  const place = (mine + mine).indexOf(yours)
  return place === -1 ? null : place
}
