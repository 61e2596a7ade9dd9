/** The list with the item at `from` moved to `to`, both kept within it. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items[from]
  if (item === undefined) return [...items]
  const rest = items.filter((_, index) => index !== from)
  const at = Math.min(Math.max(to, 0), rest.length)
  return [...rest.slice(0, at), item, ...rest.slice(at)]
}

/** Where a dragged row lands with the pointer at `y`, given the middles of the other rows. */
export const placeAt = (y: number, others: readonly number[]): number => others.filter((middle) => middle < y).length
