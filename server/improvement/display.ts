/** A level, mark or performance as people see it: whole numbers around 500. */
export const displayed = (logits: number): number => Math.round(500 + 100 * logits)

/** A difference of levels on the same scale. */
export const displayedPoints = (logits: number): number => Math.round(100 * logits)

/** Minutes as people say them: whole, and never none. */
export const displayedMinutes = (minutes: number): number => Math.max(1, Math.round(minutes))
