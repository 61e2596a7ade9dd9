import { awardsOfRound } from '../../improvement/round-awards.ts'
import { replay } from '../../improvement/replay.ts'
import { emptyState, type ImprovementState } from '../../improvement/state.ts'
import { rateRound, type RoundOutcome, type RoundToRate } from '../../improvement/round.ts'
import type { PlayerId, RoundId } from '../../protocol/ids.ts'
import { ok } from '../../protocol/result.ts'
import type { Effect, Round, RoundResult } from '../../store/records.ts'
import type { Change } from '../../store/store.ts'
import type { Director } from '../director.ts'
import type { Parts } from '../parts.ts'
import { awardContext, awardRows } from './award-rows.ts'
import type { RateRound } from './later.ts'
import type { Model } from './model.ts'
import { roundToRate } from './round-log.ts'
import { playedRound, type RatedProblems } from './timeline.ts'

type Rating = Pick<Parts, 'store' | 'bank' | 'clock'> & { director: Director; model: Model }

/** Runs the model over a round that has ended, once its last submission is judged; waits otherwise. */
export async function rateRoundNow(parts: Rating, effect: Effect): Promise<void> {
  const { store, director, clock, model } = parts
  const { roundId } = effect.payload as RateRound
  const rated = await director.decide<boolean>(async () => {
    const done: Change = { do: 'patch', table: 'effects', id: effect.id, set: { doneAt: clock.now() } }
    const round = await store.round(roundId)
    if (!round || (round.status !== 'ended' && round.status !== 'published'))
      return ok({ expected: {}, changes: [done], reply: false })
    if ((await store.submissionOutlines(roundId)).some(({ verdict }) => verdict === null))
      return ok({ expected: {}, changes: [], reply: false })
    const changes = await ratedChanges(parts, round)
    const entries = (await store.entriesOf(round.tournamentId)).map((entry) => entry.id)
    return ok({
      expected: { rounds: { [round.id]: round.revision } },
      changes: [...changes, { do: 'put', table: 'rounds', row: { ...round, ratedAt: clock.now() } }, done],
      reply: true,
      touched: { tournaments: [round.tournamentId], entries },
    })
  })
  if (rated.ok && rated.value) model.forget()
}

/** The rows of every round that this one's rating makes or changes. */
async function ratedChanges(parts: Rating, round: Round): Promise<Change[]> {
  const { store, clock, model } = parts
  const timeline = await store.timeline()
  const before = await store.roundResults(round.id)
  const fresh = await roundToRate(parts, round)
  const flags = new Map(before.map((result) => [result.playerId as string, result.flagState]))
  const told = without(fresh, (player) => flags.get(player) === 'struck')

  const isNext = !timeline.some((row) => row.id === round.id) && (await endedLast(parts, round))
  const { outcome, state, others } = isNext
    ? { ...rateRound(await model.state(), told), others: [] as Change[] }
    : await replayWith(parts, round, told)

  const position = timeline.find((row) => row.id === round.id)?.position ?? (timeline.at(-1)?.position ?? 0) + 1
  const problems: RatedProblems = {
    list: fresh.problems.map(({ id, level }) => ({ id, level })),
    outcome: outcome.problems,
  }
  const newest = timeline.filter((row) => row.id !== round.id).at(-1)
  const carries = !newest || newest.position < position
  const results = resultRows(round, fresh, outcome, before)
  const played = playedRound({ id: round.id, problems }, round.tournamentId, results)
  return [
    ...others,
    ...(newest
      ? [{ do: 'patch', table: 'modelSnapshots', id: newest.id, set: { state: carries ? null : state } } as const]
      : []),
    {
      do: 'put',
      table: 'modelSnapshots',
      row: { id: round.id, position, state: carries ? state : null, problems, at: clock.now() },
    },
    ...results.map((row): Change => ({ do: 'put', table: 'roundResults', row })),
    ...(await awardRows(
      parts,
      round.tournamentId,
      round.id,
      awardsOfRound(played, await awardContext(store, results, round)),
    )),
  ]
}

async function endedLast({ store }: Rating, round: Round): Promise<boolean> {
  const last = (await store.timeline()).at(-1)
  const before = last && (await store.round(last.id))
  return !before || (before.endedAt ?? 0) <= (round.endedAt ?? 0)
}

/** Rates the whole timeline again with this round in its place: where it is not simply the next one. */
async function replayWith(
  { store }: Rating,
  round: Round,
  told: RoundToRate,
): Promise<{ outcome: RoundOutcome; state: ImprovementState; others: Change[] }> {
  const rounds: { endedAt: number; toRate: RoundToRate; results: RoundResult[] }[] = [
    { endedAt: round.endedAt ?? 0, toRate: told, results: [] },
  ]
  for (const row of await store.timeline()) {
    if (row.id === round.id) continue
    const results = await store.roundResults(row.id)
    const other = await store.round(row.id)
    if (!other) continue
    const toRate = playedRound(row, other.tournamentId, results).round
    rounds.push({ endedAt: other.endedAt ?? 0, toRate, results })
  }
  rounds.sort((a, b) => a.endedAt - b.endedAt || (a.toRate.id < b.toRate.id ? -1 : 1))
  const run = replay(rounds.map(({ toRate }) => toRate))
  const others: Change[] = []
  let own: RoundOutcome | null = null
  for (const { toRate, results } of rounds) {
    const next = run.next()
    if (next.done) break
    if (toRate.id === round.id) own = next.value
    else {
      const problems: RatedProblems = { list: toRate.problems, outcome: next.value.problems }
      others.push(...replayedRows(results, next.value))
      others.push({ do: 'patch', table: 'modelSnapshots', id: toRate.id as RoundId, set: { problems } })
    }
  }
  const end = run.next()
  return { outcome: own!, state: end.done ? end.value : emptyState(), others }
}

const replayedRows = (results: RoundResult[], outcome: RoundOutcome): Change[] =>
  results.flatMap((result): Change[] => {
    const own = outcome.players[result.playerId]
    if (!own) return []
    const { flagged } = own
    const set = { outcome: own, flagged, flagState: flagStateOf(result, flagged) }
    return [{ do: 'patch', table: 'roundResults', id: result.id, set }]
  })

/** What a host decided stands; an open flag goes when striking another result, or judging again, has explained it. */
function flagStateOf(earlier: RoundResult | undefined, flagged: boolean): RoundResult['flagState'] {
  if (earlier?.flagState === 'cleared' || earlier?.flagState === 'struck') return earlier.flagState
  return flagged ? 'open' : 'none'
}

function resultRows(round: Round, fresh: RoundToRate, outcome: RoundOutcome, before: RoundResult[]): RoundResult[] {
  return Object.entries(fresh.results).flatMap(([id, observations]) => {
    const playerId = id as PlayerId
    const earlier = before.find((result) => result.playerId === playerId)
    const own = outcome.players[playerId] ?? earlier?.outcome
    if (!own) return []
    const flagged = outcome.players[playerId]?.flagged ?? earlier?.flagged ?? false
    const { id: roundId, tournamentId } = round
    return [
      {
        id: resultId(round.id, playerId),
        roundId,
        tournamentId,
        playerId,
        observations,
        outcome: own,
        flagged,
        flagState: flagStateOf(earlier, flagged),
      },
    ]
  })
}

const resultId = (roundId: RoundId, playerId: PlayerId) => `${roundId}:${playerId}`

const without = (round: RoundToRate, left: (player: string) => boolean): RoundToRate => ({
  ...round,
  results: Object.fromEntries(Object.entries(round.results).filter(([player]) => !left(player))),
})
