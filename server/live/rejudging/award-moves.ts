import { setImmediate } from 'node:timers/promises'
import type { Award as GivenAward } from '../../improvement/awards.ts'
import { awardDifferences } from '../../improvement/differences.ts'
import type { RejudgingId, RoundId, TournamentId } from '../../protocol/ids.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { AwardMove } from '../../protocol/rejudging.ts'
import { ok, type Result } from '../../protocol/result.ts'
import type { Award, Round, RoundResult, Season } from '../../store/records.ts'
import type { Change, Store } from '../../store/store.ts'
import { createDirector } from '../director.ts'
import type { Parts } from '../parts.ts'
import { awardsByFigures } from '../people/award-changes.ts'
import { RATE_ROUND, RATE_TOURNAMENT } from '../rating/later.ts'
import { createModel } from '../rating/model.ts'
import { rateRoundNow } from '../rating/rate-round.ts'
import { rateTournamentNow } from '../rating/rate-tournament.ts'
import { facesIn } from '../seasons/faces.ts'
import { seasonFigures } from '../seasons/season-awards.ts'
import { roundsIn } from '../seasons/season-rounds.ts'
import { whereOf } from '../views/where.ts'
import { take } from './decide.ts'
import { supposed } from './supposed.ts'

type Needs = Pick<Parts, 'store' | 'bank' | 'clock' | 'newId'>

/**
 * [J5] The awards that would be given otherwise if the rejudging were taken: what taking commits is committed on the side,
 * and what follows from it is done there by what does it in earnest. Refused as taking would be.
 */
export async function awardMoves(needs: Needs, id: RejudgingId, spare: boolean): Promise<Result<AwardMove[], Refusal>> {
  const ruling = await take(needs, id, spare)
  if (!ruling.ok) return ruling
  const store = inTurns(readOnce(needs.store))
  const then = supposed(store)
  await then.commit(ruling.value)
  await followUp({ ...needs, store: then }, ruling.value.changes)
  const rejudging = await store.rejudging(id)
  const round = rejudging && (await store.round(rejudging.roundId))
  return ok(round ? await differences(store, inTurns(readOnce(then)), round) : [])
}

async function followUp(needs: Needs, changes: readonly Change[]): Promise<void> {
  const director = createDirector({ store: needs.store, committed: () => undefined })
  const parts = { ...needs, director, model: createModel(needs) }
  for (const change of changes) {
    if (change.table !== 'effects' || change.do !== 'insert') continue
    if (change.row.kind === RATE_ROUND) await rateRoundNow(parts, change.row)
    if (change.row.kind === RATE_TOURNAMENT) await rateTournamentNow(parts, change.row)
  }
}

/** What is asked for with each round and each award, and does not change meanwhile, is read once. */
function readOnce(store: Store): Store {
  const [awards, timeline] = [store.allAwards(), store.timeline()]
  const results = new Map<RoundId, Promise<RoundResult[]>>()
  return {
    ...store,
    allAwards: () => awards,
    timeline: () => timeline,
    roundResults(id) {
      const known = results.get(id) ?? store.roundResults(id)
      results.set(id, known)
      return known
    },
  }
}

/** It goes through the whole timeline more than once: between two of its rounds others have their turn. */
const inTurns = (store: Store): Store => ({
  ...store,
  async roundResults(id) {
    await setImmediate()
    return store.roundResults(id)
  },
})

/** Of all tournaments with a round from this one on: earlier ones rest on nothing that moves; and of published seasons. */
async function differences(now: Store, then: Store, from: Round): Promise<AwardMove[]> {
  const moves: AwardMove[] = []
  const seen = new Set<TournamentId>([from.tournamentId])
  for (const { id } of await now.timeline()) {
    const other = await now.round(id)
    if (other && (other.endedAt ?? 0) >= (from.endedAt ?? 0)) seen.add(other.tournamentId)
  }
  for (const tournamentId of seen) moves.push(...(await inTournament(now, then, tournamentId)))
  const series = new Set(
    (await now.tournaments()).flatMap(({ id, seriesId }) => (seriesId && seen.has(id) ? [seriesId] : [])),
  )
  for (const seriesId of series)
    for (const season of await now.seasonsOf(seriesId)) moves.push(...(await inSeason(now, then, season)))
  return moves
}

async function inTournament(now: Store, then: Store, tournamentId: TournamentId): Promise<AwardMove[]> {
  const [stands, would] = [await now.awardsOf(tournamentId), await then.awardsOf(tournamentId)]
  const names = new Map((await now.entriesOf(tournamentId)).map(({ playerId, name }) => [playerId as string, name]))
  const moves: AwardMove[] = []
  for (const roundId of new Set([...stands, ...would].map((award) => award.roundId))) {
    const own = stands.filter((award) => award.roundId === roundId)
    const published = own.flatMap(({ publishedAt }) => publishedAt ?? [])
    const round = roundId && (await now.round(roundId))
    const where = [...(await whereOf(now, { tournamentId, seasonId: null })), ...(round ? [round.name] : [])]
    const about = { where, published: published.length > 0 }
    // What is published stays; what the figures say of it is what a host then sees differ.
    const given = Math.min(...published)
    const [was, is] = about.published
      ? await Promise.all([now, then].map((store) => awardsByFigures(store, tournamentId, roundId, given)))
      : [asGiven(own), asGiven(would.filter((award) => award.roundId === roundId))]
    moves.push(...movesOf(was!, is!, about, (playerId) => names.get(playerId) ?? ''))
  }
  return moves
}

async function inSeason(now: Store, then: Store, season: Season): Promise<AwardMove[]> {
  const { publishedAt } = season
  if (publishedAt === null) return []
  const { tournaments, rounds } = await roundsIn(now, { id: season.seriesId })
  const [was, is] = await Promise.all(
    [now, then].map(async (store) => (await seasonFigures(store, season, rounds, publishedAt)).awards),
  )
  const faces = await facesIn(now, tournaments)
  const where = await whereOf(now, { tournamentId: null, seasonId: season.id })
  return movesOf(was!, is!, { where, published: true }, (playerId) => faces.get(playerId)?.name ?? '')
}

type Given = Pick<GivenAward, 'kind' | 'scope'> & { winners: { playerId: string }[] }

const asGiven = (awards: readonly Award[]): Given[] =>
  awards.map(({ kind, winners, roundId }) => ({ kind, winners, scope: scopeOf(roundId) }))
const scopeOf = (roundId: RoundId | null): GivenAward['scope'] => (roundId === null ? 'tournament' : 'round')

const movesOf = (
  was: Given[],
  is: Given[],
  about: Pick<AwardMove, 'where' | 'published'>,
  nameOf: (playerId: string) => string,
): AwardMove[] =>
  awardDifferences(was, is).map(({ kind, added, dropped }) => {
    const somebody = (playerId: string) => ({ playerId, name: nameOf(playerId) })
    return { ...about, kind, added: added.map(somebody), dropped: dropped.map(somebody) }
  })
