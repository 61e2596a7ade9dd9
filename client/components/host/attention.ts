import { minutesSince } from '../../minutes.ts'
import type { ProblemId } from '../../../server/protocol/ids.ts'
import { STUCK_AFTER_WRONG } from '../../../server/protocol/round.ts'
import type { MonitorRow } from '../../../server/protocol/host.ts'

/** Why somebody may want a visit. Words for the host's eyes, never for the wall. */
export type Attention = {
  code: 'wrong-in-a-row' | 'long-open' | 'gone' | 'not-begun' | 'quiet'
  /** Tries, or whole minutes. */
  count: number
  problemId: ProblemId | null
}

/** The server's word on who may want a visit, with what the host needs to know about it; null where all is well. */
export function attentionFor(row: MonitorRow, now: number): Attention | null {
  const { openProblem: problemId, openedAt, wrongInARow, lastSubmittedAt, lastSeenAt } = row
  const since = (then: number): number => minutesSince(then, now)
  switch (row.attention) {
    case null:
      return null
    case 'away':
      return { code: 'gone', count: since(lastSeenAt), problemId: null }
    case 'stuck':
      return wrongInARow >= STUCK_AFTER_WRONG || openedAt === null
        ? { code: 'wrong-in-a-row', count: wrongInARow, problemId }
        : { code: 'long-open', count: since(openedAt), problemId }
    case 'quiet': {
      const heardAt = Math.max(lastSubmittedAt ?? 0, openedAt ?? 0)
      if (heardAt === 0) return { code: 'not-begun', count: 0, problemId: null }
      return { code: 'quiet', count: since(heardAt), problemId: null }
    }
  }
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
