import { awardDifferences } from '../../improvement/differences.ts'
import { awardsOfRound } from '../../improvement/round-awards.ts'
import { awardsOfTournament } from '../../improvement/tournament-awards.ts'
import type { AwardChange } from '../../protocol/badges.ts'
import type { TournamentId } from '../../protocol/ids.ts'
import type { Award } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import { awardContext } from '../rating/award-rows.ts'
import { tournamentFigures } from '../rating/rate-tournament.ts'
import { playedRound, roundsAround } from '../rating/timeline.ts'

/** Published awards that the figures as they are now would give to others. They stand; a host may revoke one. */
export async function awardChanges(store: Store, tournamentId: TournamentId): Promise<AwardChange[]> {
  const published = (await store.awardsOf(tournamentId)).filter(({ publishedAt }) => publishedAt !== null)
  const names = new Map((await store.entriesOf(tournamentId)).map(({ playerId, name }) => [playerId as string, name]))
  const timeline = new Map((await store.timeline()).map((row) => [row.id, row]))
  const told: AwardChange[] = []
  for (const roundId of new Set(published.map((award) => award.roundId))) {
    const stands = published.filter((award) => award.roundId === roundId)
    const now = roundId === null ? await ofTournament() : await ofRound(roundId)
    const scope = roundId === null ? 'tournament' : 'round'
    const was = stands.map(({ kind, winners }) => ({ kind, scope, winners }) as const)
    for (const { kind, added, dropped } of awardDifferences(was, now)) {
      const person = (playerId: string) => ({ playerId, name: names.get(playerId) ?? '' })
      const awardId = stands.find((award) => award.kind === kind)?.id ?? null
      told.push({ awardId, roundId, kind, added: added.map(person), dropped: dropped.map(person) })
    }
  }
  return told

  async function ofRound(roundId: NonNullable<Award['roundId']>) {
    const row = timeline.get(roundId)
    if (!row) return []
    const results = await store.roundResults(roundId)
    const context = await awardContext(store, results, { tournamentId, id: roundId })
    return awardsOfRound(playedRound(row, tournamentId, results), context)
  }
  async function ofTournament() {
    const rounds = (await roundsAround(store, tournamentId)).filter(({ round }) => round.tournament === tournamentId)
    const results = await store.resultsOfTournament(tournamentId)
    const context = await awardContext(store, results, { tournamentId })
    return awardsOfTournament(rounds, await tournamentFigures(store, tournamentId), context)
  }
}
