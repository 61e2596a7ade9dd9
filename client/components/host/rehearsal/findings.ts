import type { JudgeCheck, RehearsalVisit, ScreenSize } from '../../../../server/protocol/rehearsal.ts'

/** `waiting`: for somebody to do something; `mend`: it would fail tonight, and there is something to do. */
export type State = 'waiting' | 'good' | 'mend'

/** From where the address on the wall can be opened. */
export type Reach = 'this-machine' | 'network' | 'anywhere'

export function reachOf(joinUrl: string): Reach {
  const name = URL.canParse(joinUrl) ? new URL(joinUrl).hostname : ''
  if (name === '' || name === 'localhost' || name === '[::1]' || /^127\./.test(name)) return 'this-machine'
  const isLocal = /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/.test(name) || /\.local$/.test(name)
  return isLocal ? 'network' : 'anywhere'
}

/** Above this typing and submitting feel late. */
const SLOW_MS = 400
/** `null`: being measured. */
export function networkState(reach: Reach, tripMs: number | null): State {
  if (reach === 'this-machine') return 'mend'
  if (tripMs === null) return 'waiting'
  return tripMs > SLOW_MS ? 'mend' : 'good'
}

/** Only a phone that came by the address on the wall shows that others can. */
export function phoneState(visits: readonly RehearsalVisit[]): State {
  if (visits.some((visit) => visit.byJoinAddress)) return 'good'
  return visits.length > 0 ? 'mend' : 'waiting'
}

/** What the last row reads, as somebody there says. */
export const READABLE = ['all', 'two', 'one'] as const
export type Readable = (typeof READABLE)[number]

/** Below this the clock and the code stand closer than the wall was drawn for. */
const NARROWEST = 1000
export const isCramped = ({ width, height }: ScreenSize): boolean => width < NARROWEST || height > width

export function wallState(walls: readonly ScreenSize[], read: Readable | null): State {
  if (walls.length === 0) return 'waiting'
  if (walls.every(isCramped)) return 'mend'
  if (read === null) return 'waiting'
  return read === 'one' ? 'mend' : 'good'
}

const SLOW_JUDGE_MS = 3000
/** `null`: it is being asked. */
export function judgeState(checks: readonly JudgeCheck[] | null): State {
  if (checks === null) return 'waiting'
  const fine = checks.every(({ verdict, tookMs }) => verdict === 'AC' && tookMs <= SLOW_JUDGE_MS)
  return fine && checks.length > 0 ? 'good' : 'mend'
}
