import { STUCK_AFTER_WRONG, type RoundStatus } from '../protocol/round.ts'
import type { Attention } from '../protocol/host.ts'
import { activeMs, MINUTE_MS } from './clock.ts'

/** What is known of a player in a round. Times are epoch milliseconds. */
export type Watched = {
  connected: boolean
  lastSeenAt: number
  joinedAt: number
  solved: number
  /** The unsolved puzzle that is open, since when, and how long it takes those it is made for. */
  open: { at: number; minutes: number } | null
  wrongInARow: number
  lastSubmittedAt: number | null
  /** When they last typed something. */
  lastTypedAt: number | null
  timeFactor: number
}
export type WatchedRound = {
  status: RoundStatus
  startedAt: number | null
  pauses: readonly { from: number; to: number | null }[]
  problems: number
}

const AWAY_AFTER_MS = 2 * MINUTE_MS
/** Times the puzzle's minutes. */
const STUCK_AFTER = 2
const STUCK_AT_LEAST_MINUTES = 5
const QUIET_AT_LEAST_MINUTES = 3

/** [W1]–[W3] [W5] Why this player may want a visit; null where all is well, or the round does not run. */
export function attentionOf(player: Watched, round: WatchedRound, now: number): Attention | null {
  if (round.status !== 'running' || round.startedAt === null || player.solved >= round.problems) return null
  if (!player.connected) return now - player.lastSeenAt >= AWAY_AFTER_MS ? 'away' : null
  const minutesSince = (at: number) => activeMs(round, at, now) / MINUTE_MS / player.timeFactor
  const { open, lastSubmittedAt, lastTypedAt, joinedAt } = player
  if (open) {
    const minutes = minutesSince(open.at)
    if (player.wrongInARow >= STUCK_AFTER_WRONG && minutes >= open.minutes / 2) return 'stuck'
    if (minutes >= Math.max(STUCK_AT_LEAST_MINUTES, STUCK_AFTER * open.minutes)) return 'stuck'
  }
  const heard = Math.max(round.startedAt, joinedAt, open?.at ?? 0, lastSubmittedAt ?? 0, lastTypedAt ?? 0)
  return minutesSince(heard) >= Math.max(QUIET_AT_LEAST_MINUTES, open?.minutes ?? 0) ? 'quiet' : null
}
