import { resultKey, type Award as GivenAward, type AwardContext } from '../../improvement/awards.ts'
import type { AwardKind } from '../../protocol/awards.ts'
import type { PlayerId, RoundId, SeasonId, TournamentId } from '../../protocol/ids.ts'
import type { Award, RoundResult } from '../../store/records.ts'
import type { Change, Store } from '../../store/store.ts'
import type { Parts } from '../parts.ts'

/** What an award is of: a round (`id`) of a tournament, a tournament, or a season. */
type Here = { tournamentId: TournamentId; id?: RoundId } | { seasonId: SeasonId }

/**
 * What awards depend on besides figures: who was given what before, and what a host said of flags. `before`: as it was
 * then, where awards that were published long ago are looked at again.
 */
export async function awardContext(
  store: Store,
  results: readonly RoundResult[],
  here: Here,
  before = Infinity,
): Promise<AwardContext> {
  const earlierAwards = new Map<string, AwardKind[]>()
  for (const award of await store.allAwards()) {
    // An award that is being given anew does not stand in its own way.
    if (isOf(award, here) || award.kind === 'your-moment') continue
    if (before !== Infinity && (award.publishedAt ?? Infinity) >= before) continue
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

const isOf = ({ tournamentId, roundId, seasonId }: Award, here: Here): boolean =>
  'seasonId' in here ? seasonId === here.seasonId : tournamentId === here.tournamentId && roundId === (here.id ?? null)

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
      ...{ tournamentId, roundId, seasonId: null },
      ...awardRow(award, index),
      ...{ publishedAt: null, revealedAt: null },
    }))
    .map((row) => ({ ...row, revealedAt: before.find((old) => isSame(old, row))?.revealedAt ?? null }))
  const kept = new Set(rows.map((row) => row.id))
  return [
    ...before.flatMap((award): Change[] =>
      kept.has(award.id) ? [] : [{ do: 'remove', table: 'awards', id: award.id }],
    ),
    ...rows.map((row): Change => ({ do: 'put', table: 'awards', row })),
  ]
}

/** [T6] The award that the room has seen, made once more. */
const isSame = (old: Award, fresh: Award): boolean => {
  const [was, now] = [old, fresh].map(({ id, winners }) => [id, ...winners.map(({ playerId }) => playerId).sort()])
  return String(was) === String(now)
}

/** What the model says of an award, as it is kept. */
export const awardRow = (
  { kind, headline, winners }: GivenAward,
  position: number,
): Pick<Award, 'kind' | 'headline' | 'position' | 'winners'> => ({
  ...{ kind, headline, position },
  winners: winners.map(({ playerId, reason, figures }) => ({ playerId: playerId as PlayerId, reason, figures })),
})
