import type { RoundStatus } from '../protocol/round.ts'

/** Minutes that a round was given while it was under way. */
export type Extension = { id: string; minutes: number }

/** What the rules need to know of a round. Times are epoch milliseconds. */
export type RoundState = {
  status: RoundStatus
  limitMinutes: number
  problemIds: readonly string[]
  startsAt: number | null
  startedAt: number | null
  endsAt: number | null
  pauses: { from: number; to: number | null }[]
  /** What it was given while under way, and still has; null: nothing. */
  extensions: Extension[] | null
  endedAt: number | null
  publishedAt: number | null
}
