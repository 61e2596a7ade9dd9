/** Ways a tournament, or one a week, may be laid out, to begin with: everything can be changed afterwards. */
export const SHAPES = {
  one: { weeks: 1, rounds: 1, limitMinutes: 15, puzzles: 5 },
  hour: { weeks: 1, rounds: 2, limitMinutes: 20, puzzles: 6 },
  evening: { weeks: 1, rounds: 3, limitMinutes: 20, puzzles: 6 },
  halfDay: { weeks: 1, rounds: 3, limitMinutes: 25, puzzles: 6 },
  day: { weeks: 1, rounds: 5, limitMinutes: 25, puzzles: 6 },
  weeks: { weeks: 4, rounds: 2, limitMinutes: 25, puzzles: 5 },
  empty: { weeks: 1, rounds: 0, limitMinutes: 20, puzzles: 0 },
} as const
export type Shape = keyof typeof SHAPES
export const SHAPE_NAMES = Object.keys(SHAPES) as Shape[]

/** Who is expected: the level that puzzles are suggested around; `mixed` leaves it to what the players have shown. */
export const CROWDS = { first: 1, beginners: 2, mixed: undefined, experienced: 4 } as const
export type Crowd = keyof typeof CROWDS
export const CROWD_NAMES = Object.keys(CROWDS) as Crowd[]

const HARDEST = 6
/** The level a round is suggested around: after the first one a little more is asked, and a little more each week. */
export function levelOf(crowd: Crowd, week: number, position: number): number | undefined {
  const level = CROWDS[crowd]
  return level === undefined ? undefined : Math.min(HARDEST, level + (position > 1 ? 0.5 : 0) + (week - 1) * 0.25)
}

/** A round holds no more. */
export const MOST_PUZZLES = 20
