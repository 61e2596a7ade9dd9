function knitRow(pattern: string): string {
  return pattern.replace(/(\d*)([a-z])/g, (_all, digits: string, letter: string) => letter.repeat(Number(digits || '1')))
}
