import type { RejudgingId } from '../../protocol/ids.ts'
import { refusal } from '../../protocol/refusals.ts'
import { ok, refused } from '../../protocol/result.ts'
import type { Rejudging } from '../../store/records.ts'
import type { Change } from '../../store/store.ts'
import { mayRejudge } from '../../tournament/rejudging.ts'
import type { Handlers } from '../handler.ts'
import { awardMoves } from '../rejudging/award-moves.ts'
import { leave, putBack, take } from '../rejudging/decide.ts'
import { packageKey } from '../rejudging/package-key.ts'
import { rejudgingView } from '../rejudging/views.ts'

/** A puzzle or the judge was wrong: what was submitted is judged again, and a host decides about it. */
export const rejudging: Handlers<`rejudging:${'begin' | 'read' | 'awards' | 'take' | 'leave' | 'put-back'}`> = {
  'rejudging:begin': ({ store, director, bank, clock, newId }, actor, { roundId, problemId, entryId }) =>
    director.decide(async () => {
      const round = await store.round(roundId)
      if (!round) return refused(refusal('round-not-found'))
      const problem = round.problemIds.includes(problemId) ? bank.problems.get(problemId) : undefined
      if (!problem) return refused(refusal('problem-not-found'))
      const entry = entryId ? await store.entry(entryId) : null
      if (entryId && entry?.tournamentId !== round.tournamentId) return refused(refusal('entry-not-found'))
      const sent = (await store.submissionOutlines(roundId, entryId)).filter((one) => one.problemId === problemId)
      // [J4] Whoever has deleted their account has taken name and code along.
      const gone = new Set(
        (await store.entriesOf(round.tournamentId)).flatMap(({ id, name }) => (name === '' ? [id] : [])),
      )
      const there = sent.filter((one) => !gone.has(one.entryId))
      const may = mayRejudge(round, {
        submissions: there.length,
        unjudged: sent.filter(({ verdict }) => verdict === null).length,
        open: (await store.rejudgingsOf(round.tournamentId)).some(
          (one) => one.closedAt === null && one.roundId === roundId && one.problemId === problemId,
        ),
      })
      if (!may.ok) return may
      const id = newId() as RejudgingId
      const row: Rejudging = {
        ...{ id, tournamentId: round.tournamentId, roundId, problemId, entryId: entryId ?? null, status: 'judging' },
        ...{ hostUserId: actor.host?.userId ?? '', askedAt: clock.now(), closedAt: null },
        ...{ packageKey: packageKey(problem), total: there.length, revision: 0 },
      }
      return ok({
        expected: { rounds: { [round.id]: round.revision } },
        changes: [
          { do: 'insert', table: 'rejudgings', row },
          ...there.map(({ id: submissionId }): Change => ({
            do: 'insert',
            table: 'rejudgements',
            row: { id: `${id}:${submissionId}`, rejudgingId: id, submissionId, was: null, now: null },
          })),
        ],
        reply: { rejudgingId: id },
        touched: { tournaments: [round.tournamentId] },
      })
    }),

  async 'rejudging:read'(context, _actor, { rejudgingId }) {
    const view = await rejudgingView(context, rejudgingId)
    return view ? ok(view) : refused(refusal('rejudging-state'))
  },

  async 'rejudging:awards'(context, _actor, { rejudgingId }) {
    const all = await awardMoves(context, rejudgingId, false)
    if (!all.ok) return all
    const losesSomebody = (await rejudgingView(context, rejudgingId))?.lost.length ?? 0
    if (losesSomebody === 0) return ok({ all: all.value, spared: null })
    const spared = await awardMoves(context, rejudgingId, true)
    return spared.ok ? ok({ all: all.value, spared: spared.value }) : spared
  },

  'rejudging:take': (context, _actor, { rejudgingId, spare }) =>
    context.director.decide(() => take(context, rejudgingId, spare)),
  'rejudging:leave': (context, _actor, { rejudgingId }) => context.director.decide(() => leave(context, rejudgingId)),
  'rejudging:put-back': (context, _actor, { rejudgingId }) =>
    context.director.decide(() => putBack(context, rejudgingId)),
}
