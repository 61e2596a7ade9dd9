function sunflowerGap(mine, yours) {
  return Math.max(0, mine - yours)
}
