function leftoverButtons(buttons: number, each: number): number {
  return 0 // change this line
}
