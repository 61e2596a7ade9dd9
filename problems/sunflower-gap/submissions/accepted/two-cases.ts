function sunflowerGap(mine: number, yours: number): number {
  if (mine > yours) return mine - yours
  return yours - mine
}
