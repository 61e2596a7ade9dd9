/** How hard a puzzle is said to be, from a first line of code to what takes an experienced player long. */
export const LEVELS = [1, 2, 3, 4, 5, 6] as const
export type Level = (typeof LEVELS)[number]
export const LOWEST_LEVEL = LEVELS[0]
export const HIGHEST_LEVEL = LEVELS[5]
