import type { ContributionStatus } from '../../protocol/contributions.ts'
import type { ContributionId, ProblemId } from '../../protocol/ids.ts'
import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { Contribution } from '../../store/records.ts'
import { LEADS_TO, mayMove, type Move } from '../../tournament/contributions.ts'
import type { Actor } from '../actor.ts'
import { became, found, holdsIt, takenBy } from '../contributions/rows.ts'
import type { Context, Handlers } from '../handler.ts'

type Moves = 'submit' | 'withdraw' | 'land' | 'return' | 'take-back' | 'remove'

/** What hosts do with a puzzle between draft and bank. */
export const contributionMoves: Handlers<`contribution:${Moves}`> = {
  async 'contribution:submit'(context, actor, { contributionId }) {
    const set = { queuedAt: context.clock.now(), report: null, reason: null }
    return done(await move(context, actor, contributionId, 'submit', set))
  },

  async 'contribution:withdraw'(context, actor, { contributionId }) {
    const moved = await move(context, actor, contributionId, 'withdraw', { queuedAt: null, reason: null })
    if (moved.ok && moved.value.was === 'taken-back') context.bank.forget(moved.value.row.problemId as ProblemId)
    return done(moved)
  },

  async 'contribution:land'(context, actor, { contributionId }) {
    const { authoring, bank, store } = context
    const read = await found(store, contributionId)
    if (!read.ok) return read
    const { problem, faults } = await authoring.check(read.value.draft)
    if (!problem || faults.length > 0) return refused(refusal('package-unusable', { detail: faults[0]?.message ?? '' }))
    const moved = await move(context, actor, contributionId, 'land', { queuedAt: null, reason: null }, async (row) =>
      takenBy(context, await store.contributions(), row) === null
        ? ok(null)
        : refused(refusal('problem-id-taken', { id: row.problemId })),
    )
    if (!moved.ok) return moved
    bank.land(problem)
    return ok({ problemId: problem.id })
  },

  async 'contribution:return'(context, actor, { contributionId, reason }) {
    return done(await move(context, actor, contributionId, 'return', { queuedAt: null, reason }))
  },

  async 'contribution:take-back'(context, actor, { contributionId, reason }) {
    const moved = await move(context, actor, contributionId, 'take-back', { reason })
    if (moved.ok) context.bank.takeBack(moved.value.row.problemId as ProblemId)
    return done(moved)
  },

  async 'contribution:remove'(context, _actor, { contributionId }) {
    const { store, director, bank } = context
    const removed = await director.decide(async () => {
      const read = await found(store, contributionId)
      if (!read.ok) return read
      const row = read.value
      const may = mayMove('remove', row.status, holdsIt(row, await store.roundsHolding()).all)
      if (!may.ok) return may
      const expected = { contributions: { [row.id]: row.revision } }
      return ok({ expected, changes: [{ do: 'remove', table: 'contributions', id: row.id }], reply: row })
    })
    if (removed.ok && removed.value.status === 'taken-back') bank.forget(removed.value.problemId as ProblemId)
    return removed.ok ? ok({}) : removed
  },
}

type Moved = { row: Contribution; was: ContributionStatus }
const done = (moved: Result<Moved, Refusal>): Result<Record<string, never>, Refusal> => (moved.ok ? ok({}) : moved)

/** One status after another, as the rules allow; `fits` may say no for a reason of its own. */
async function move(
  { store, director, clock }: Context,
  actor: Actor,
  id: ContributionId,
  name: Exclude<Move, 'save' | 'remove'>,
  also: Partial<Pick<Contribution, 'queuedAt' | 'report' | 'reason'>>,
  fits: (row: Contribution) => Promise<Result<null, Refusal>> = async () => ok(null),
): Promise<Result<Moved, Refusal>> {
  return director.decide(async () => {
    const read = await found(store, id)
    if (!read.ok) return read
    const row = read.value
    const may = mayMove(name, row.status, holdsIt(row, await store.roundsHolding()).all)
    if (!may.ok) return may
    const free = await fits(row)
    if (!free.ok) return free
    const set = { ...became(row, LEADS_TO[name], clock.now(), actor.host?.name ?? ''), ...also }
    return ok({
      expected: { contributions: { [row.id]: row.revision } },
      changes: [{ do: 'patch', table: 'contributions', id: row.id, set }],
      reply: { row, was: row.status },
    })
  })
}
