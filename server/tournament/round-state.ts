import type { RoundStatus } from '../protocol/round.ts'

/** What the rules need to know of a round. Times are epoch milliseconds. */
export type RoundState = {
  status: RoundStatus
  limitMinutes: number
  problemIds: readonly string[]
  startsAt: number | null
  startedAt: number | null
  endsAt: number | null
  pauses: { from: number; to: number | null }[]
  endedAt: number | null
  publishedAt: number | null
}
