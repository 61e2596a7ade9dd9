/** What one player did on one puzzle in one round, as the model takes it. */
export type Observation = {
  /** Position in which the player first opened it, from 1; `null` where never opened or not known. */
  order: number | null
  /** Wrong submissions before the solve, or in all. */
  wrong: number
  hints: number
} & (
  | {
      solved: true
      /** The player's own minutes until the solve: above 0, pauses taken out, extra time divided out. */
      minutes: number
      /** Most of it arrived in one paste: for the host's eyes, nobody else's. */
      pasted: boolean
    }
  | { solved: false; minutes: null; pasted: false }
)

/** `null` where it says nothing: solved before, or joined too late for it. Aligned with the round's problems. */
export type Observations = (Observation | null)[]

/** An observed puzzle together with what the round made of it. */
export type Play = { problem: string; level: number; difficulty: number; observation: Observation }

/** Plays in the order tried; puzzles never opened come last, by id. */
export const inOrderTried = (plays: Play[]): Play[] =>
  plays.toSorted(
    (a, b) => (a.observation.order ?? Infinity) - (b.observation.order ?? Infinity) || compareIds(a.problem, b.problem),
  )

/** Plain code-unit order, the same on every machine. */
export const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
