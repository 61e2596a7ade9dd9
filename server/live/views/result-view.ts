import { displayed } from '../../improvement/display.ts'
import type { Observations } from '../../improvement/observation.ts'
import type { PlayerOutcome } from '../../improvement/outcome.ts'
import { sentencesOf } from '../../improvement/sentences.ts'
import type { PlayerId, ProblemId } from '../../protocol/ids.ts'
import type { Sentence } from '../../protocol/sentences.ts'
import type { MeView, MyResult } from '../../protocol/me.ts'
import type { Award, Entry, Round, RoundResult, Tournament } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import { standsAnew } from '../../tournament/rejudging.ts'
import type { Parts } from '../parts.ts'
import type { Model } from '../rating/model.ts'
import { isStruck } from '../rating/timeline.ts'
import { knownOf } from './award-view.ts'

type Needs = Pick<Parts, 'store' | 'bank' | 'clock'> & { model: Model }

/** One's own results of this tournament's published rounds, oldest first. */
export async function resultsOf(parts: Needs, entry: Entry): Promise<MyResult[]> {
  const all = await parts.store.resultsOfPlayer(entry.playerId)
  const own = all.filter((row) => row.tournamentId === entry.tournamentId)
  return publishedResults(parts, own)
}

/** One's own results over everything, oldest first. */
export async function allResultsOf(parts: Needs, playerId: PlayerId): Promise<MyResult[]> {
  return publishedResults(parts, await parts.store.resultsOfPlayer(playerId))
}

async function publishedResults(parts: Needs, rows: readonly RoundResult[]): Promise<MyResult[]> {
  const results: MyResult[] = []
  for (const row of rows) {
    const round = await parts.store.round(row.roundId)
    const tournament = round && (await parts.store.tournament(round.tournamentId))
    if (tournament && round.status === 'published' && !isStruck(row))
      results.push(await myResult(parts, row, round, tournament))
  }
  return results
}

async function myResult(parts: Needs, row: RoundResult, round: Round, tournament: Tournament): Promise<MyResult> {
  const { store, bank, model, clock } = parts
  const outcome = row.outcome as PlayerOutcome
  const { problems, gains } = await model.facts(round)
  const observations = row.observations as Observations
  const known = knownOf(await store.awardsOf(tournament.id), tournament, clock.now())
  const apart = await solvedApart(store, row, round)
  const again = await standingAnew(store, row, round)
  return {
    roundId: round.id,
    tournamentId: tournament.id,
    tournamentName: tournament.name,
    roundName: round.name,
    endedAt: round.endedAt ?? 0,
    performance: displayed(outcome.performance),
    level: displayed(outcome.level),
    sd: Math.round(outcome.sd * 100),
    mark: outcome.mark === null ? null : displayed(outcome.mark),
    newMark: displayed(outcome.best),
    place: placeOf(outcome.gain, gains),
    sentences: sentencesOf(outcome),
    problems: problems.map(({ id, level }, index) => {
      const seen = observations[index] ?? null
      const problemId = id as Round['problemIds'][number]
      const name = bank.problems.get(problemId)?.name ?? id
      const { solved, minutes, wrong, hints } = seen ?? { ...unmeasured, solved: apart.here.has(problemId) }
      return {
        id: problemId,
        name,
        level,
        solved,
        known: apart.before.has(problemId),
        minutes: minutes === null ? null : Math.round(minutes * 10) / 10,
        wrong,
        hints,
        again: again.get(problemId) ?? null,
      }
    }),
    awards: wonBy(
      row.playerId,
      known.filter((award) => award.roundId === round.id),
    ),
  }
}

const unmeasured = { minutes: null, wrong: 0, hints: 0 }

/** Puzzles of the round that one had solved before, and those solved in it although they measured nothing. */
async function solvedApart(store: Store, { playerId, observations }: RoundResult, round: Round) {
  const nothing = { before: new Set<ProblemId>(), here: new Set<ProblemId>() }
  if ((observations as Observations).every((one) => one !== null)) return nothing
  const entry = await store.entryOf(round.tournamentId, playerId)
  const submissions = entry ? await store.submissionOutlines(round.id, entry.id) : []
  return {
    before: await store.solvedBy(playerId, round.startedAt ?? 0),
    here: new Set(submissions.flatMap(({ problemId, verdict }) => (verdict === 'AC' ? [problemId] : []))),
  }
}

/** [J9] Puzzles that are solved, or not any more, by having been judged again. */
async function standingAnew(store: Store, { playerId }: RoundResult, round: Round) {
  const stands = new Map<ProblemId, 'gained' | 'lost'>()
  const entry = await store.entryOf(round.tournamentId, playerId)
  const before = entry ? await store.verdictsBefore(round.id, entry.id) : []
  if (!entry || before.length === 0) return stands
  // Of several the oldest: what it was at first.
  const first = new Map(before.toReversed().map(({ submissionId, was }) => [submissionId, was]))
  const sent = (await store.submissionOutlines(round.id, entry.id)).flatMap(({ id, problemId, verdict: now }) =>
    now === null ? [] : [{ problemId, was: first.get(id) ?? now, now }],
  )
  for (const [problemId, own] of Map.groupBy(sent, (one) => one.problemId)) {
    const how = standsAnew(own)
    if (how !== 'same') stands.set(problemId, how)
  }
  return stands
}

/** One's own place in the round's ranking by improvement: told only to those who gained. `gains` are best first. */
function placeOf(gain: number | null, gains: readonly number[]): MyResult['place'] {
  if (gain === null || gain <= 0) return null
  return { place: 1 + gains.filter((other) => other > gain).length, of: gains.length }
}

/** The awards among these that are the player's, as sentences. */
export const wonBy = (playerId: PlayerId, awards: readonly Award[]): MeView['awards'] =>
  awards.flatMap(({ kind, headline, winners }) => {
    const own = winners.find((winner) => winner.playerId === playerId)
    return own ? [{ kind, headline, reason: own.reason as Sentence }] : []
  })

/** [T6] The tournament's awards that are this player's, as far as the room knows of them. */
export async function ownAwards(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  entry: Entry,
): Promise<MeView['awards']> {
  const tournament = await store.tournament(entry.tournamentId)
  const known = tournament ? knownOf(await store.awardsOf(tournament.id), tournament, clock.now()) : []
  return wonBy(
    entry.playerId,
    known.filter(({ roundId }) => roundId === null),
  )
}
