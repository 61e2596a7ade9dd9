import type { Award as GivenAward } from '../../improvement/awards.ts'
import { awardDifferences } from '../../improvement/differences.ts'
import { awardsOfRound } from '../../improvement/round-awards.ts'
import { awardsOfTournament } from '../../improvement/tournament-awards.ts'
import type { AwardChange } from '../../protocol/badges.ts'
import type { RoundId, TournamentId } from '../../protocol/ids.ts'
import type { Award, Season } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import { awardContext } from '../rating/award-rows.ts'
import { tournamentFigures } from '../rating/rate-tournament.ts'
import { playedRound, roundsAround } from '../rating/timeline.ts'
import { facesIn } from '../seasons/faces.ts'
import { seasonFigures } from '../seasons/season-awards.ts'
import { roundsIn } from '../seasons/season-rounds.ts'

/** Published awards that the figures as they are now would give to others. They stand; a host may revoke one. */
export async function awardChanges(store: Store, tournamentId: TournamentId): Promise<AwardChange[]> {
  const published = (await store.awardsOf(tournamentId)).filter(({ publishedAt }) => publishedAt !== null)
  const names = new Map((await store.entriesOf(tournamentId)).map(({ playerId, name }) => [playerId as string, name]))
  const told: AwardChange[] = []
  for (const roundId of new Set(published.map((award) => award.roundId))) {
    const stands = published.filter((award) => award.roundId === roundId)
    const given = Math.min(...stands.map(({ publishedAt }) => publishedAt ?? Infinity))
    const now = await awardsByFigures(store, tournamentId, roundId, given)
    told.push(...changesOf(stands, now, (playerId) => names.get(playerId) ?? ''))
  }
  return told
}

/**
 * The awards of a round, or of the tournament where `roundId` is null, as the figures would give them today to whoever had
 * which others when it was `given` (epoch milliseconds).
 */
export async function awardsByFigures(
  store: Store,
  tournamentId: TournamentId,
  roundId: RoundId | null,
  given: number,
): Promise<GivenAward[]> {
  if (roundId === null) {
    const rounds = (await roundsAround(store, tournamentId)).filter(({ round }) => round.tournament === tournamentId)
    const results = await store.resultsOfTournament(tournamentId)
    const context = await awardContext(store, results, { tournamentId }, given)
    return awardsOfTournament(rounds, await tournamentFigures(store, tournamentId), context)
  }
  const row = (await store.timeline()).find(({ id }) => id === roundId)
  if (!row) return []
  const results = await store.roundResults(roundId)
  const context = await awardContext(store, results, { tournamentId, id: roundId }, given)
  return awardsOfRound(playedRound(row, tournamentId, results), context)
}

/** The same for a season that was published. */
export async function seasonAwardChanges(store: Store, season: Season): Promise<AwardChange[]> {
  if (season.publishedAt === null) return []
  const { tournaments, rounds } = await roundsIn(store, { id: season.seriesId })
  const { awards } = await seasonFigures(store, season, rounds, season.publishedAt)
  const stands = await store.awardsOfSeason(season.id)
  const faces = await facesIn(
    store,
    tournaments,
    stands.flatMap(({ winners }) => winners.map((one) => one.playerId)),
  )
  return changesOf(stands, awards, (playerId) => faces.get(playerId)?.name ?? '')
}

/** Where awards of one round, tournament or season, as they stand, differ from what the figures say now. */
function changesOf(stands: readonly Award[], now: GivenAward[], nameOf: (playerId: string) => string): AwardChange[] {
  const [{ roundId, seasonId } = { roundId: null, seasonId: null }] = stands
  const scope = seasonId !== null ? 'season' : roundId !== null ? 'round' : 'tournament'
  const was = stands.map(({ kind, winners }) => ({ kind, scope, winners }) as const)
  const person = (playerId: string) => ({ playerId, name: nameOf(playerId) })
  return awardDifferences(was, now).map(({ kind, added, dropped }) => ({
    awardId: stands.find((award) => award.kind === kind)?.id ?? null,
    ...{ roundId, kind, added: added.map(person), dropped: dropped.map(person) },
  }))
}
