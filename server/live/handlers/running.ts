import type { RoundId } from '../../protocol/ids.ts'
import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { Round } from '../../store/records.ts'
import type { Change } from '../../store/store.ts'
import { MINUTE_MS, timeFactorsOf } from '../../tournament/clock.ts'
import {
  callOffRound,
  extendRound,
  pauseRound,
  publishRound,
  resumeRound,
  startRound,
  stopRound,
  takeBackTime,
} from '../../tournament/round.ts'
import type { Done } from '../../protocol/commands.ts'
import type { runningCommands } from '../../protocol/commands/running.ts'
import type { Context, HandlersOf } from '../handler.ts'
import { signBadgesLater } from '../badges/later.ts'
import { rateRoundLater } from '../rating/later.ts'

/** What a host does with a round, microphone in hand. */
export const running: HandlersOf<typeof runningCommands> = {
  'round:start': (context, _actor, { roundId, inMinutes }) =>
    change(context, roundId, async (round) => {
      const rounds = await context.store.roundsOf(round.tournamentId)
      const others = rounds.filter((other) => other.id !== round.id)
      return startRound(round, others, context.clock.now(), inMinutes * MINUTE_MS)
    }),
  'round:call-off': (context, _actor, { roundId }) => change(context, roundId, callOffRound),
  'round:pause': (context, _actor, { roundId }) =>
    change(context, roundId, (round) => pauseRound(round, context.clock.now())),
  'round:resume': (context, _actor, { roundId }) =>
    change(context, roundId, (round) => resumeRound(round, context.clock.now())),
  async 'round:extend'(context, _actor, { roundId, minutes }) {
    const id = context.newId()
    const extended = await change(context, roundId, (round) => extendRound(round, { id, minutes }))
    return extended.ok ? ok({ extensionId: id }) : extended
  },
  'round:take-back-time': (context, _actor, { roundId, extensionId }) =>
    change(context, roundId, (round) => takeBackTime(round, extensionId, context.clock.now())),
  'round:stop': (context, _actor, { roundId }) =>
    change(context, roundId, (round) => stopRound(round, context.clock.now())),
  'round:publish': (context, _actor, { roundId }) =>
    change(context, roundId, async (round) => {
      const { store, clock } = context
      const unjudged = (await store.submissionOutlines(roundId)).filter((s) => s.verdict === null).length
      const flags = (await store.roundResults(roundId)).filter((result) => result.flagState === 'open').length
      return publishRound(round, { unjudged, flags }, clock.now())
    }),
}

/** Decides on a round by one rule. A round that ends leaves its rating to be done. */
export async function change(
  { store, director, clock, newId }: Pick<Context, 'store' | 'director' | 'clock' | 'newId'>,
  roundId: RoundId,
  rule: (round: Round) => Result<Round, Refusal> | Promise<Result<Round, Refusal>>,
): Promise<Result<Done, Refusal>> {
  return director.decide<Done>(async () => {
    const before = await store.round(roundId)
    if (!before) return refused(refusal('round-not-found'))
    const ruling = await rule(before)
    if (!ruling.ok) return ruling
    const after = ruling.value
    if (after === before) return ok({ expected: {}, changes: [], reply: {} })
    const all = await store.entriesOf(before.tournamentId)
    const ends = before.status !== 'ended' && after.status === 'ended'
    const row = ends ? { ...after, timeFactors: timeFactorsOf(all) } : after
    const changes: Change[] = [{ do: 'put', table: 'rounds', row }]
    if (ends) changes.push(rateRoundLater(after, newId(), clock.now()))
    if (before.status !== 'published' && after.status === 'published')
      changes.push(signBadgesLater({ roundId: after.id }, newId(), clock.now()))
    if (before.status === 'planned') changes.push(...(await clearWall({ store }, before)))
    const entries = all.map((entry) => entry.id)
    return ok({
      expected: { rounds: { [before.id]: before.revision } },
      changes,
      reply: {},
      touched: { tournaments: [before.tournamentId], entries },
    })
  })
}

/** [B2] [V2] A round that starts takes the wall back from the ceremony of the one before, and from the break. */
async function clearWall({ store }: Pick<Context, 'store'>, round: Round): Promise<Change[]> {
  const tournament = await store.tournament(round.tournamentId)
  if (!tournament) return []
  const { ceremony, breakEndsAt, walkThrough } = tournament
  if (!ceremony && breakEndsAt === null && !walkThrough) return []
  return [
    {
      do: 'patch',
      table: 'tournaments',
      id: tournament.id,
      set: { ceremony: null, breakEndsAt: null, walkThrough: null },
    },
  ]
}
