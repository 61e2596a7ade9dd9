function sunflowerGap(mine: number, yours: number): number {
  return 0 // change this line
}
