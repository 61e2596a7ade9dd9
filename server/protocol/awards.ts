/** The awards of the ranking model; who gets which is decided in `improvement/awards.ts`. */
export const AWARD_KINDS = [
  'improved-since-last-time',
  'improved-tonight',
  'improved-season',
  'best-round',
  'new-climber',
  'personal-best',
  'comeback',
  'steepest-climb',
  'most-persistent',
  'cleanest-solve',
  'first-of-level',
  'your-moment',
] as const
export type AwardKind = (typeof AWARD_KINDS)[number]
