/** Ways an evening may be laid out, to begin with: everything can be changed afterwards. */
export const SHAPES = {
  evening: { rounds: 3, limitMinutes: 20, puzzles: 6 },
  hour: { rounds: 2, limitMinutes: 20, puzzles: 6 },
  one: { rounds: 1, limitMinutes: 15, puzzles: 5 },
  empty: { rounds: 0, limitMinutes: 20, puzzles: 0 },
} as const
export type Shape = keyof typeof SHAPES
export const SHAPE_NAMES = Object.keys(SHAPES) as Shape[]

/** Who is expected: the level that puzzles are suggested around; `mixed` leaves it to what the players have shown. */
export const CROWDS = { first: 1, beginners: 2, mixed: undefined, experienced: 4 } as const
export type Crowd = keyof typeof CROWDS
export const CROWD_NAMES = Object.keys(CROWDS) as Crowd[]
