import { resultKey, type Award as GivenAward, type AwardContext } from '../../improvement/awards.ts'
import type { AwardKind } from '../../protocol/awards.ts'
import type { PlayerId, RoundId, TournamentId } from '../../protocol/ids.ts'
import type { Award, RoundResult } from '../../store/records.ts'
import type { Change, Store } from '../../store/store.ts'
import type { Parts } from '../parts.ts'

/** What awards depend on besides figures: who was given what before, and what a host said of flags. */
export async function awardContext(
  store: Store,
  results: readonly RoundResult[],
  here: { tournamentId: TournamentId; id?: RoundId },
): Promise<AwardContext> {
  const earlierAwards = new Map<string, AwardKind[]>()
  for (const award of await store.allAwards()) {
    // An award that is being given anew does not stand in its own way.
    const isHere = award.tournamentId === here.tournamentId && award.roundId === (here.id ?? null)
    if (isHere || award.kind === 'your-moment') continue
    for (const { playerId } of award.winners)
      earlierAwards.set(playerId, [...(earlierAwards.get(playerId) ?? []), award.kind])
  }
  const keys = (state: RoundResult['flagState']) =>
    new Set(
      results
        .filter((result) => result.flagState === state)
        .map((result) => resultKey(result.roundId, result.playerId)),
    )
  return { earlierAwards, cleared: keys('cleared'), struck: keys('struck') }
}

/** The rows of the awards of a round, or of the tournament where `roundId` is null, in the place of those there were. */
export async function awardRows(
  { store }: Pick<Parts, 'store'>,
  tournamentId: TournamentId,
  roundId: RoundId | null,
  given: readonly GivenAward[],
): Promise<Change[]> {
  const before = (await store.awardsOf(tournamentId)).filter((award) => award.roundId === roundId)
  // What was published does not change.
  if (before.some((award) => award.publishedAt !== null)) return []
  const rows = given
    .filter((award) => award.winners.length > 0)
    .map((award, index): Award => ({
      id: `${roundId ?? tournamentId}:${award.kind}`,
      tournamentId,
      roundId,
      kind: award.kind,
      headline: award.headline,
      position: index,
      winners: award.winners.map(({ playerId, reason, figures }) => ({
        playerId: playerId as PlayerId,
        reason,
        figures,
      })),
      publishedAt: null,
    }))
  const kept = new Set(rows.map((row) => row.id))
  return [
    ...before.flatMap((award): Change[] =>
      kept.has(award.id) ? [] : [{ do: 'remove', table: 'awards', id: award.id }],
    ),
    ...rows.map((row): Change => ({ do: 'put', table: 'awards', row })),
  ]
}
