/** An update carries its number, so that one that comes late is not taken for the next. */
export const updateText = (update: number): string => `update-${update}.`
export const updateIn = (text: string): number | null => {
  const found = /update-(\d+)\./.exec(text)
  return found ? Number(found[1]) : null
}
