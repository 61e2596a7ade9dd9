function sunflowerGap(mine, yours) {
  if (mine > yours) return mine - yours
  if (mine < yours) return yours - mine
}
