import { awardsOfTournament } from '../../improvement/tournament-awards.ts'
import { rateTournament, type TournamentOutcome } from '../../improvement/tournament.ts'
import type { TournamentId } from '../../protocol/ids.ts'
import { ok } from '../../protocol/result.ts'
import type { Effect } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import type { Director } from '../director.ts'
import type { Parts } from '../parts.ts'
import { awardContext, awardRows } from './award-rows.ts'
import type { RateTournament } from './later.ts'
import { roundsAround } from './timeline.ts'

/** What the whole tournament says so far: gains tonight and since last time, in logits, by player. */
export async function tournamentFigures(store: Store, tournamentId: TournamentId): Promise<TournamentOutcome> {
  const rounds = await roundsAround(store, tournamentId)
  return rateTournament(
    tournamentId,
    rounds.map(({ outcome }) => outcome),
  )
}

/** Gives the awards of a tournament that was finished. */
export async function rateTournamentNow(
  { store, director, clock }: Pick<Parts, 'store' | 'clock'> & { director: Director },
  effect: Effect,
): Promise<void> {
  const { tournamentId } = effect.payload as RateTournament
  await director.decide(async () => {
    const rounds = await roundsAround(store, tournamentId)
    const figures = rateTournament(
      tournamentId,
      rounds.map(({ outcome }) => outcome),
    )
    const own = rounds.filter(({ round }) => round.tournament === tournamentId)
    const results = await store.resultsOfTournament(tournamentId)
    const awards = awardsOfTournament(own, figures, await awardContext(store, results, { tournamentId }))
    return ok({
      expected: {},
      changes: [
        ...(await awardRows({ store }, tournamentId, null, awards)),
        { do: 'patch', table: 'effects', id: effect.id, set: { doneAt: clock.now() } },
      ],
      reply: null,
      touched: { tournaments: [tournamentId], entries: (await store.entriesOf(tournamentId)).map((entry) => entry.id) },
    })
  })
}
