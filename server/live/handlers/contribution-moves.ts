import type { ContributionStatus } from '../../protocol/contributions.ts'
import type { ContributionId, ProblemId } from '../../protocol/ids.ts'
import { refusal, unusable, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { Contribution } from '../../store/records.ts'
import type { Change } from '../../store/store.ts'
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
    if (!problem || faults.length > 0) return refused(unusable(faults))
    const set = { queuedAt: null, reason: null, mends: null }
    const moved = await move(context, actor, contributionId, 'land', set, async (row) => {
      const all = await store.contributions()
      if (takenBy(context, all, row) !== null) return refused(refusal('problem-id-taken', { id: row.problemId }))
      // [C6]
      const mended = all.find(
        ({ id, problemId: its, status }) => id === row.mends && its === row.problemId && mayMove('mend', status, 0).ok,
      )
      if (!mended) return ok([])
      if (await isPlayed(context, row.problemId)) return refused(refusal('contribution-playing'))
      return ok([{ do: 'remove', table: 'contributions', id: mended.id }])
    })
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

/** Whether a round that holds the puzzle is under way. */
const isPlayed = async ({ store }: Pick<Context, 'store'>, problemId: string): Promise<boolean> =>
  (await store.roundsUnderWay()).some(
    ({ status, problemIds }) => status !== 'ended' && problemIds.includes(problemId as ProblemId),
  )

type Moved = { row: Contribution; was: ContributionStatus }
const done = (moved: Result<Moved, Refusal>): Result<Record<string, never>, Refusal> => (moved.ok ? ok({}) : moved)

/** One status after another, as the rules allow; `fits` may say no for a reason of its own, or what else changes with it. */
async function move(
  { store, director, clock }: Context,
  actor: Actor,
  id: ContributionId,
  name: Exclude<Move, 'mend' | 'save' | 'remove'>,
  also: Partial<Pick<Contribution, 'queuedAt' | 'report' | 'reason' | 'mends'>>,
  fits: (row: Contribution) => Promise<Result<Change[], Refusal>> = async () => ok([]),
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
      changes: [{ do: 'patch', table: 'contributions', id: row.id, set }, ...free.value],
      reply: { row, was: row.status },
    })
  })
}
