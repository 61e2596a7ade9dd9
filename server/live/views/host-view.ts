import { displayed } from '../../improvement/display.ts'
import type { PlayerOutcome } from '../../improvement/outcome.ts'
import { isWrong } from '../../protocol/judgement.ts'
import type { EntryId, PlayerId } from '../../protocol/ids.ts'
import type { HostRound, HostView, MonitorRow, RankingRow } from '../../protocol/host.ts'
import type { Entry, Opening, Round, RoundResult, Tournament } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import { attentionOf } from '../../tournament/attention.ts'
import type { Parts } from '../parts.ts'
import type { Presence } from '../presence.ts'
import { areFiguresDue } from '../rating/due.ts'
import { rejudgingRows } from '../rejudging/views.ts'
import type { Rehearsals } from '../rehearsals.ts'
import { tournamentFigures } from '../rating/rate-tournament.ts'
import { awardView, byPlayer, stepsOf } from './award-view.ts'
import { ceremonySteps } from './ceremony-view.ts'
import { boardRound, currentRound } from './board-view.ts'
import { roomOf, roomVersion } from './room-view.ts'
import { seriesOf } from './series-view.ts'

type Needs = Pick<Parts, 'store' | 'bank' | 'clock' | 'judge' | 'otherUrls'> & {
  presence: Presence
  rehearsals: Rehearsals
}
type Outline = Awaited<ReturnType<Store['submissionOutlines']>>[number]

/** Everything for the hosts of a tournament, but no source and nothing of other hosts' accounts. */
export async function hostView(parts: Needs, tournament: Tournament): Promise<HostView> {
  const { store, judge } = parts
  const rounds = await store.roundsOf(tournament.id)
  const everybody = await store.entriesOf(tournament.id)
  const entries = everybody.filter((entry) => !entry.removed)
  const names = byPlayer(entries)
  const rehearsal = parts.rehearsals.of(tournament.id)
  const results = Map.groupBy(await store.resultsOfTournament(tournament.id), (row) => row.roundId)
  const figures = results.size > 0 ? await tournamentFigures(store, tournament.id) : { tonight: {}, sinceLastTime: {} }
  const awards = await store.awardsOf(tournament.id)
  const { queued, workers } = judge.status()
  const submissions = await Promise.all(rounds.map((round) => store.submissionOutlines(round.id)))
  const hostRounds = await Promise.all(
    rounds.map((round, index) => hostRound(parts, round, results.get(round.id) ?? [], names, submissions[index] ?? [])),
  )
  return {
    tournamentId: tournament.id,
    version:
      roomVersion(tournament, rounds, everybody) +
      submissions.flat().reduce((sum, { verdict }) => sum + (verdict === null ? 1 : 2), 0),
    approveNames: tournament.approveNames,
    series: await seriesOf(store, tournament.seriesId),
    helperKey: tournament.helperKey,
    room: await roomOf(parts, tournament, rounds, everybody),
    rounds: hostRounds,
    monitor: await monitor(parts, currentRound(rounds), entries),
    removed: await readmittable(store, everybody),
    tonight: gains(figures.tonight, names),
    sinceLastTime: gains(figures.sinceLastTime, names),
    awards: [...rounds.map((round) => round.id), null].flatMap((roundId) =>
      stepsOf(awards, roundId).map((award) => awardView(award, names)),
    ),
    seasonAwards: await seasonAwards(parts, tournament),
    awardsReady: tournament.status !== 'open' && !(await areFiguresDue(store, tournament)),
    rejudgings: await rejudgingRows(store, tournament.id),
    badges: await store.badgeCounts(tournament.id),
    judge: {
      queued: queued.submit + queued.try + queued.trial,
      workers: workers.length,
      workersUp: workers.filter((worker) => worker.state !== 'down').length,
    },
    rehearsal: rehearsal && { ...rehearsal, otherUrls: parts.otherUrls() },
  }
}

async function seasonAwards({ store, clock }: Needs, tournament: Tournament): Promise<HostView['seasonAwards']> {
  const on = tournament.ceremony
  return on?.seasonId ? (await ceremonySteps(store, tournament, on, clock.now())).map(({ view }) => view) : []
}

/** [E4] Not who deleted themselves, nor whose other account is on the list in their place. */
async function readmittable(store: Store, everybody: readonly Entry[]): Promise<HostView['removed']> {
  const removed = everybody.filter((entry) => entry.removed && entry.name !== '')
  if (removed.length === 0) return []
  const linked = new Set((await store.links()).map(({ id }) => id))
  return removed.flatMap(({ id, playerId, name }) => (linked.has(playerId) ? [] : [{ entryId: id, name }]))
}

async function hostRound(
  { store, bank, clock }: Needs,
  round: Round,
  results: readonly RoundResult[],
  names: ReadonlyMap<string, Entry>,
  submissions: readonly Outline[],
): Promise<HostRound> {
  return {
    ...boardRound(round, bank, await store.solvedCounts(round.id), clock.now()),
    problemIds: round.problemIds,
    takenBack: round.problemIds.flatMap((id) => {
      const { name = id, level = 1, minutes = 0 } = bank.problems.get(id) ?? {}
      return bank.isOffered(id) ? [] : [{ id, name, level, minutes }]
    }),
    submissions: submissions.length,
    unjudged: submissions.filter(({ verdict }) => verdict === null).length,
    rated: round.ratedAt !== null,
    ranking: results.map((row) => rankingRow(row, names)).sort(byGain),
    openFlags: results.filter((row) => row.flagState === 'open').length,
  }
}

function rankingRow(row: RoundResult, names: ReadonlyMap<string, Entry>): RankingRow {
  const { gain, performance, level, mark } = row.outcome as PlayerOutcome
  return {
    playerId: row.playerId,
    name: names.get(row.playerId)?.name ?? '',
    gain: gain === null ? null : points(gain),
    performance: displayed(performance),
    level: displayed(level),
    mark: mark === null ? null : displayed(mark),
    flagged: row.flagged,
    flagCleared: row.flagState === 'cleared',
    struck: row.flagState === 'struck',
  }
}

/** A gain on the scale that is shown, with one decimal: a round's gains are small. */
const points = (logits: number): number => Math.round(logits * 1000) / 10

/** Best first; newcomers, who have no mark yet, after them. */
const byGain = (a: RankingRow, b: RankingRow): number =>
  (b.gain ?? -Infinity) - (a.gain ?? -Infinity) || (a.playerId < b.playerId ? -1 : 1)

const gains = (figures: Record<string, number>, names: ReadonlyMap<string, Entry>): HostView['tonight'] =>
  Object.entries(figures)
    .flatMap(([playerId, gain]) => {
      const entry = names.get(playerId)
      return entry ? [{ playerId: playerId as PlayerId, name: entry.name, gain: points(gain) }] : []
    })
    .sort((a, b) => b.gain - a.gain || (a.playerId < b.playerId ? -1 : 1))

async function monitor(
  { store, bank, presence, clock }: Needs,
  round: Round | null,
  entries: Entry[],
): Promise<MonitorRow[]> {
  const begun = round && round.startedAt !== null ? round : null
  const openings = lastBy(begun ? await store.openings(begun.id) : [])
  const submissions = Map.groupBy(begun ? await store.submissionOutlines(begun.id) : [], (row) => row.entryId)
  const typed = begun ? await store.lastSaved(begun.id) : new Map<EntryId, number>()
  const now = clock.now()
  return entries.map((entry) => {
    const row = monitorRow(entry, openings.get(entry.id), submissions.get(entry.id) ?? [], presence, now)
    return { ...row, attention: begun && attention(row, entry, begun, typed.get(entry.id) ?? null, bank, now) }
  })
}

function attention(
  row: Omit<MonitorRow, 'attention'>,
  { joinedAt, helper, timeFactor }: Entry,
  round: Round,
  lastTypedAt: number | null,
  bank: Parts['bank'],
  now: number,
): MonitorRow['attention'] {
  // [W4]
  if (helper) return null
  const { openProblem, openedAt } = row
  const minutes = (openProblem && bank.problems.get(openProblem)?.minutes) ?? 1
  const open = openedAt === null ? null : { at: openedAt, minutes }
  const { status, startedAt, pauses, problemIds } = round
  const within = { status, startedAt, pauses, problems: problemIds.length }
  return attentionOf({ ...row, joinedAt, timeFactor, lastTypedAt, open }, within, now)
}

function monitorRow(
  { id: entryId, playerId, name, star, nameApproved, joinedAt, timeFactor, helper }: Entry,
  opening: Opening | undefined,
  own: readonly Outline[],
  presence: Presence,
  now: number,
): Omit<MonitorRow, 'attention'> {
  /** The submission that solved each, the first one that was right. */
  const solves = new Map(
    own.toReversed().flatMap((one) => (one.verdict === 'AC' ? [[one.problemId, one] as const] : [])),
  )
  const last = own.at(-1)
  const isOpen = opening && !solves.has(opening.problemId) ? opening : undefined
  return {
    ...{ entryId, playerId, name, star, nameApproved, timeFactor, helper },
    connected: presence.isHere(entryId),
    lastSeenAt: presence.isHere(entryId)
      ? now
      : Math.max(presence.leftAt(entryId) ?? 0, last?.receivedAt ?? 0, opening?.at ?? 0, joinedAt),
    solved: solves.size,
    pasted: [...solves.values()].filter(({ pasted }) => pasted).length,
    openProblem: isOpen?.problemId ?? null,
    openedAt: isOpen?.at ?? null,
    wrongInARow: own.length - 1 - own.findLastIndex(({ verdict }) => verdict !== null && !isWrong(verdict)),
    lastVerdict: own.findLast(({ verdict }) => verdict !== null)?.verdict ?? null,
    lastSubmittedAt: last?.receivedAt ?? null,
  }
}

const lastBy = (openings: readonly Opening[]): Map<EntryId, Opening> =>
  new Map(openings.map((opening) => [opening.entryId, opening]))
