import type { Done } from '../../protocol/commands.ts'
import type { flagCommands } from '../../protocol/commands/flags.ts'
import type { PlayerId, RoundId } from '../../protocol/ids.ts'
import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { Round, RoundResult } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import { activeMs } from '../../tournament/clock.ts'
import { mayLookAtFlags } from '../../tournament/round.ts'
import type { Context, HandlersOf } from '../handler.ts'
import { rateRoundLater, rateTournamentLater } from '../rating/later.ts'

/** Results that are far above what was to be expected: a host looks, and decides. */
export const flags: HandlersOf<typeof flagCommands> = {
  async 'flag:read'({ store }, _actor, { roundId, playerId }) {
    const found = await flaggedResult(store, roundId, playerId)
    if (!found.ok) return found
    const { round } = found.value
    const entry = await store.entryOf(round.tournamentId, playerId)
    // [R14] Whoever has deleted their account has taken the code along.
    if (!entry || entry.removed) return refused(refusal('entry-not-found'))
    const submissions = await store.submissions(roundId, entry.id)
    return ok({
      // By listing what is shown: a judgement tells of hidden tests.
      submissions: submissions.map(({ id, problemId, language, verdict, pasted, source, receivedAt }) => ({
        ...{ id, problemId, language, verdict, pasted, source },
        atMs: activeMs(round, round.startedAt ?? receivedAt, receivedAt),
      })),
    })
  },
  'flag:clear': (context, _actor, { roundId, playerId }) => decide(context, roundId, playerId, 'cleared'),
  'flag:strike': (context, _actor, { roundId, playerId }) => decide(context, roundId, playerId, 'struck'),
}

/** [R13] [R14] The flagged result of a round that is over. */
async function flaggedResult(
  store: Store,
  roundId: RoundId,
  playerId: PlayerId,
): Promise<Result<{ round: Round; result: RoundResult }, Refusal>> {
  const round = await store.round(roundId)
  if (!round) return refused(refusal('round-not-found'))
  const may = mayLookAtFlags(round)
  if (!may.ok) return may
  const result = (await store.roundResults(roundId)).find((row) => row.playerId === playerId)
  return result?.flagged ? ok({ round, result }) : refused(refusal('entry-not-found'))
}

async function decide(
  { store, director, clock, newId }: Context,
  roundId: RoundId,
  playerId: PlayerId,
  flagState: 'cleared' | 'struck',
): Promise<Result<Done, Refusal>> {
  return director.decide<Done>(async () => {
    const found = await flaggedResult(store, roundId, playerId)
    if (!found.ok) return found
    const { round, result } = found.value
    const tournament = await store.tournament(round.tournamentId)
    return ok({
      expected: { rounds: { [round.id]: round.revision } },
      changes: [
        { do: 'patch', table: 'roundResults', id: result.id, set: { flagState } },
        { do: 'put', table: 'rounds', row: round },
        rateRoundLater(round, newId(), clock.now()),
        // Its awards were made when it was finished.
        ...(tournament?.status === 'ended' ? [rateTournamentLater(tournament, newId(), clock.now())] : []),
      ],
      reply: {},
      touched: { tournaments: [round.tournamentId] },
    })
  })
}
