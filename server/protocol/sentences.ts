/**
 * What a player is told about their own improvement, as data: the client has the words in each language.
 * Marks, performances and levels are as displayed (whole numbers around 500); `points` are gains on the same scale;
 * `problem` is a problem's id; minutes are whole, at least 1. A sentence that counts calls its number `count`.
 */

/** How a round went against one's own mark. */
export type RoundSentence =
  | { code: 'first-mark'; params: { mark: number } }
  | { code: 'beat-mark'; params: { mark: number; performance: number; newMark: number } }
  /** At or above the mark, but not by enough to raise it. */
  | { code: 'met-mark'; params: { mark: number; performance: number } }
  /** Always followed by what one did that one had never done before. */
  | { code: 'below-mark'; params: { mark: number; performance: number } }
  /** Every puzzle was one that the player had solved before: nothing to measure. */
  | { code: 'nothing-new'; params: Record<string, never> }

/** Something one did that one had never done before. */
export type FirstSentence =
  | { code: 'first-solve'; params: { problem: string } }
  | { code: 'first-at-level'; params: { level: number; problem: string } }
  | { code: 'hardest-solve'; params: { problem: string; difficulty: number } }
  | { code: 'first-clean-solve'; params: { problem: string } }
  /** Solves in a row with no wrong submission. */
  | { code: 'longest-clean-run'; params: { count: number } }
  | { code: 'most-solved'; params: { count: number } }
  | { code: 'fastest-at-level'; params: { level: number; problem: string; minutes: number } }
  /** Solved after more wrong submissions than ever. */
  | { code: 'longest-persistence'; params: { problem: string; count: number } }
  | { code: 'most-tried'; params: { count: number } }
  | { code: 'solved-in-all'; params: { count: number } }
  | { code: 'rounds-played'; params: { count: number } }

/** Why an award was given. */
export type AwardSentence =
  | { code: 'award-improved-since-last-time'; params: { mark: number; level: number; points: number } }
  | { code: 'award-improved-tonight'; params: { points: number; count: number } }
  | { code: 'award-improved-season'; params: { points: number; count: number } }
  | { code: 'award-best-round'; params: { mark: number; performance: number } }
  | { code: 'award-new-climber'; params: { mark: number; performance: number } }
  | { code: 'award-personal-best'; params: { level: number; before: number } }
  | { code: 'award-comeback'; params: { points: number } }
  /** Puzzles solved in the first and in the second half of those tried. */
  | { code: 'award-steepest-climb'; params: { firstHalf: number; secondHalf: number } }
  | { code: 'award-most-persistent'; params: { problem: string; count: number } }
  | { code: 'award-cleanest-solve'; params: { problem: string } }
  | { code: 'award-first-of-level'; params: { level: number; problem: string } }
  | MomentSentence

/** One's own best of the round or the evening; everyone has one. */
export type MomentSentence =
  | { code: 'moment-hardest-solve'; params: { problem: string } }
  | { code: 'moment-fastest-solve'; params: { problem: string; minutes: number; expected: number } }
  | { code: 'moment-new-level'; params: { problem: string; level: number } }
  | { code: 'moment-rounds-played'; params: { count: number } }

/** One's own season. */
export type SeasonSentence =
  | { code: 'season-climbed'; params: { count: number; from: number; to: number } }
  /** No climb: the mark that stays one's own. */
  | { code: 'season-held'; params: { count: number; mark: number } }
  /** Too few rounds to tell. */
  | { code: 'season-begun'; params: { count: number; needed: number } }

/** During a round: oneself against one's usual self, in puzzles solved. */
export type PaceSentence =
  | { code: 'pace-ahead'; params: { count: number } }
  | { code: 'pace-level'; params: Record<string, never> }
  | { code: 'pace-behind'; params: { count: number } }
  /** Nobody to race yet: the day's path alone. */
  | { code: 'pace-newcomer'; params: Record<string, never> }

export type Sentence = RoundSentence | FirstSentence | AwardSentence | SeasonSentence | PaceSentence
