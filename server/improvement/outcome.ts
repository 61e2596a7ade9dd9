import type { FirstSentence } from '../protocol/sentences.ts'
import type { Observations } from './observation.ts'

export type RoundToRate = {
  id: string
  tournament: string
  problems: { id: string; level: number }[]
  /** By player: one row for everyone who played, aligned with `problems`. */
  results: Record<string, Observations>
}

/** Everything that a round said about a player, in logits: enough for smoothing, awards, sentences and charts. */
export type PlayerOutcome = {
  performance: number
  /** level′. */
  level: number
  sd: number
  /** B; none before a first round, and then neither κ nor a gain. */
  mark: number | null
  kappa: number | null
  gain: number | null
  /** An exceptional result that a host should look at before an award rests on it. */
  flagged: boolean
  newcomer: boolean
  /** How many puzzles counted. Without any, the round does not count as played. */
  observed: number
  /** Rounds played before this one. */
  roundsBefore: number
  /** m, V, W: what was expected before the round, and with the form of the day. */
  levelBefore: number
  priorVariance: number
  formVariance: number
  /** v′. */
  variance: number
  /** θ, the form of the day. */
  form: number
  information: number
  gap: number
  /** G as it stood before; none for a newcomer. */
  bestBefore: number | null
  /** G afterwards: the mark to beat next time. */
  best: number
  /** The highest level ever before this round; none for a newcomer. */
  peakBefore: number | null
  /** What the player did that they had never done before; never empty. */
  firsts: FirstSentence[]
}

export type ProblemOutcome = { difficulty: number; sd: number; level: number }

export type RoundOutcome = {
  round: string
  tournament: string
  players: Record<string, PlayerOutcome>
  problems: Record<string, ProblemOutcome>
}
