function leftoverButtons(buttons: number, each: number): number {
  const cardigans = Math.floor(buttons / each)
  return buttons - cardigans * each
}
