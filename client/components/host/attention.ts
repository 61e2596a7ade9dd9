import type { ProblemId } from '../../../server/protocol/ids.ts'
import type { HostRound, MonitorRow } from '../../../server/protocol/views.ts'

/** Why somebody may want a visit. Words for the host's eyes, never for the wall. */
export type Attention = {
  code: 'wrong-in-a-row' | 'long-open' | 'gone' | 'not-begun' | 'quiet'
  /** Tries, or whole minutes. */
  count: number
  problemId: ProblemId | null
}

const MINUTE_MS = 60_000
const WRONG_IN_A_ROW = 4
const LONG_OPEN_FACTOR = 2
const LONG_OPEN_AT_LEAST = 5
const GONE_AFTER = 2
const BEGUN_WITHIN = 3
const QUIET_AFTER = 8

/** The thing about this player that most wants looking at, while a round runs; null where all is well. */
export function attentionFor(row: MonitorRow, round: HostRound, now: number): Attention | null {
  const minutesSince = (at: number): number => Math.floor((now - at) / MINUTE_MS)
  const started = round.endsAt === null ? null : round.endsAt - round.limitMinutes * MINUTE_MS
  const playing = started === null ? 0 : minutesSince(started)
  if (round.problems.length > 0 && row.solved >= round.problems.length) return null
  if (!row.connected) {
    const gone = minutesSince(row.lastSeenAt)
    return gone >= GONE_AFTER ? { code: 'gone', count: gone, problemId: null } : null
  }
  if (row.wrongInARow >= WRONG_IN_A_ROW)
    return { code: 'wrong-in-a-row', count: row.wrongInARow, problemId: row.openProblem }
  if (row.openProblem !== null && row.openedAt !== null) {
    const open = minutesSince(row.openedAt)
    const minutes = round.problems.find(({ id }) => id === row.openProblem)?.minutes ?? LONG_OPEN_AT_LEAST
    const long = open >= Math.max(LONG_OPEN_AT_LEAST, LONG_OPEN_FACTOR * minutes)
    return long ? { code: 'long-open', count: open, problemId: row.openProblem } : null
  }
  if (row.lastSubmittedAt === null)
    return playing >= BEGUN_WITHIN ? { code: 'not-begun', count: playing, problemId: null } : null
  const quiet = minutesSince(row.lastSubmittedAt)
  return quiet >= QUIET_AFTER ? { code: 'quiet', count: quiet, problemId: null } : null
}

export type SortBy = 'attention' | 'name' | 'solved' | 'open' | 'wrong' | 'seen'

const URGENCY: readonly (Attention['code'] | undefined)[] = [
  'wrong-in-a-row',
  'long-open',
  'not-begun',
  'quiet',
  'gone',
  undefined,
]

export type Watched = { row: MonitorRow; attention: Attention | null }

/** In the order that the host asked for; what is equal stays by name, so that nobody jumps about. */
export function sorted(rows: readonly Watched[], by: SortBy, down: boolean): Watched[] {
  const key = ({ row, attention }: Watched): number => {
    switch (by) {
      case 'attention':
        return URGENCY.length - URGENCY.indexOf(attention?.code)
      case 'name':
        return 0
      case 'solved':
        return row.solved
      case 'open':
        return row.openedAt === null ? -Infinity : -row.openedAt
      case 'wrong':
        return row.wrongInARow
      case 'seen':
        return row.lastSeenAt
    }
  }
  const sign = down ? -1 : 1
  return [...rows].sort((a, b) => {
    const [x, y] = [key(a), key(b)]
    if (x !== y) return x < y ? -sign : sign
    return a.row.name.localeCompare(b.row.name) * (by === 'name' && down ? -1 : 1)
  })
}
