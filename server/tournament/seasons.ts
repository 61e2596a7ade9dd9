import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { RoundStatus } from '../protocol/round.ts'
import { isUnderWay } from './round.ts'

/** Days as a calendar has them, `2026-09-01`, in a time zone of the world's list. */
type Days = { firstDay: string; lastDay: string; timeZone: string }
type SeasonState = Days & { publishedAt: number | null }
type RoundOutline = { status: RoundStatus; endedAt: number | null }

const DAY_MS = 24 * 60 * 60_000
/** Two years: longer than anybody means. */
const MOST_DAYS = 731

const utcOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** [Z2] */
export function plannedDays<D extends Days>(days: D): Result<D, Refusal> {
  const length = (utcOf(days.lastDay) - utcOf(days.firstDay)) / DAY_MS + 1
  return length >= 1 && length <= MOST_DAYS ? ok(days) : refused(refusal('season-days'))
}

/** [Z2] [Z5] The stretch of the one timeline, epoch milliseconds: `from` is in it, `until` is not. */
export function boundsOf({ firstDay, lastDay, timeZone, publishedAt }: SeasonState): { from: number; until: number } {
  const end = startOfDay(utcOf(lastDay) + DAY_MS, timeZone)
  return { from: startOfDay(utcOf(firstDay), timeZone), until: Math.min(end, publishedAt ?? end) }
}

/** [Z3] Whether a round of the season's series belongs to the season. */
export function isInSeason(season: SeasonState, { endedAt }: { endedAt: number | null }): boolean {
  const { from, until } = boundsOf(season)
  return endedAt !== null && endedAt >= from && endedAt < until
}

/**
 * [Z4] Whether the season's award can be published. `rounds` are all of its series; `award` says what is made of them:
 * who would have it, and who stands before them with a flag that nobody has looked at.
 */
export function publishSeason<S extends SeasonState>(
  season: S,
  rounds: readonly RoundOutline[],
  award: { beingRated: boolean; winners: number; awaiting: number },
  now: number,
): Result<S, Refusal> {
  const may = mayChangeSeason(season)
  if (!may.ok) return may
  if (now < boundsOf(season).until && rounds.some(isUnderWay)) return refused(refusal('round-running'))
  const own = rounds.filter((round) => isInSeason(season, round))
  if (own.some(({ status }) => status === 'ended')) return refused(refusal('publish-rounds-first'))
  if (award.beingRated) return refused(refusal('round-unjudged'))
  if (award.awaiting > 0) return refused(refusal('flags-open'))
  return award.winners > 0 ? ok({ ...season, publishedAt: now }) : refused(refusal('season-nobody'))
}

/** [Z5] */
export function mayChangeSeason({ publishedAt }: SeasonState): Result<null, Refusal> {
  return publishedAt === null ? ok(null) : refused(refusal('season-published'))
}

/** [Z6] */
export function mayRemoveSeries(tournaments: number, seasons: readonly SeasonState[]): Result<null, Refusal> {
  const isEmpty = tournaments === 0 && seasons.every(({ publishedAt }) => publishedAt === null)
  return isEmpty ? ok(null) : refused(refusal('series-in-use'))
}

/** The first moment of a day in a time zone; where clocks skip midnight that night, the first that there is. */
function startOfDay(utcMidnight: number, timeZone: string): number {
  const clock = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  })
  /** What the clocks there show, as if it were UTC. */
  const shown = (at: number): number => {
    const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]))
    return Date.parse(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}Z`)
  }
  const offsets = [utcMidnight - DAY_MS, utcMidnight + DAY_MS].map((at) => shown(at) - at)
  const moments = offsets.map((offset) => utcMidnight - offset).toSorted((a, b) => a - b)
  return moments.find((at) => shown(at) >= utcMidnight) ?? utcMidnight
}
