function sunflowerGap(mine, yours) {
  return Math.abs(mine - yours)
}
