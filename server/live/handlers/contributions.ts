import type { PuzzleDraft } from '../../protocol/contributions.ts'
import type { ContributionId, ProblemId } from '../../protocol/ids.ts'
import { refusal } from '../../protocol/refusals.ts'
import { ok, refused } from '../../protocol/result.ts'
import type { Contribution } from '../../store/records.ts'
import { mayMove } from '../../tournament/contributions.ts'
import type { Actor } from '../actor.ts'
import { found, inQueue, rowOf, rowsFor } from '../contributions/rows.ts'
import { trialOf } from '../contributions/trial.ts'
import type { Context, Handlers } from '../handler.ts'

type Writing = 'list' | 'read' | 'save' | 'preview' | 'fill' | 'judge' | 'copy'

/** Puzzles that hosts write. All hosts of the installation work on all of them. */
export const contributions: Handlers<`contribution:${Writing}`> = {
  async 'contribution:list'({ store, bank }, actor) {
    const underWay = (await store.roundsUnderWay()).some(({ status }) => status !== 'ended')
    return ok({ contributions: await rowsFor({ store, bank }, actor.host?.userId ?? ''), roundUnderWay: underWay })
  },

  async 'contribution:read'({ store, authoring, bank }, actor, { contributionId }) {
    const read = await found(store, contributionId)
    if (!read.ok) return read
    const { draft, edition: revision } = read.value
    const queue = inQueue(await store.contributions())
    const row = rowOf(read.value, actor.host?.userId ?? '', { queue, holding: await store.roundsHolding(), bank })
    return ok({ contribution: { ...row, draft, revision, faults: (await authoring.check(draft)).faults } })
  },

  async 'contribution:save'(context, actor, { contributionId, revision, draft }) {
    const { store, director, authoring } = context
    const { faults } = await authoring.check(draft)
    if (contributionId === undefined) {
      const row = newContribution(context, actor, draft)
      return director.decide(async () =>
        ok({
          expected: {},
          changes: [{ do: 'insert', table: 'contributions', row }],
          reply: { contributionId: row.id, revision: row.edition, faults },
        }),
      )
    }
    return director.decide(async () => {
      const read = await found(store, contributionId)
      if (!read.ok) return read
      const row = read.value
      const may = mayMove('save', row.status, 0)
      if (!may.ok) return may
      if (revision !== row.edition) return refused(refusal('changed-meanwhile'))
      const set = { ...asListed(draft), edition: row.edition + 1 }
      return ok({
        expected: { contributions: { [row.id]: row.revision } },
        changes: [{ do: 'patch', table: 'contributions', id: row.id, set }],
        reply: { contributionId: row.id, revision: set.edition, faults },
      })
    })
  },

  async 'contribution:preview'({ authoring }, _actor, { draft, locale }) {
    const { faults } = await authoring.check(draft)
    return ok({ problem: authoring.preview(draft, locale), faults })
  },

  async 'contribution:fill'(context, _actor, { draft }) {
    const { authoring } = context
    const solution = authoring.solution(draft)
    if (!solution) return refused(refusal('solution-missing'))
    return ok(await authoring.fill(draft, solution, trialOf(context, 'fill')))
  },

  async 'contribution:judge'(context, _actor, { draft, submission }) {
    const chosen = draft.submissions[submission]
    if (!chosen) return refused(refusal('bad-request', { detail: 'submission' }))
    return ok({ judgement: await context.authoring.judge(draft, chosen, trialOf(context, 'judge')) })
  },

  async 'contribution:copy'(context, actor, { problemId }) {
    const { store, bank, director, authoring } = context
    const problem = bank.problems.get(problemId)
    if (!problem) return refused(refusal('problem-not-found'))
    return director.decide(async () => {
      const taken = new Set([...bank.problems.keys(), ...(await store.contributions()).map((row) => row.problemId)])
      const draft = authoring.copy(problem, freeId(problemId, taken))
      if (!draft.ok) return refused(refusal('package-unusable', { detail: draft.refusal[0]?.message ?? '' }))
      const row = newContribution(context, actor, draft.value)
      const reply = { contributionId: row.id }
      return ok({ expected: {}, changes: [{ do: 'insert', table: 'contributions', row }], reply })
    })
  },
}

/** What lists show of a draft, kept beside it. */
const asListed = (draft: PuzzleDraft) => ({ draft, problemId: draft.problemId, name: draft.name, level: draft.level })

export function newContribution({ clock, newId }: Context, actor: Actor, draft: PuzzleDraft): Contribution {
  const now = clock.now()
  const by = actor.host?.name ?? ''
  return {
    ...asListed(draft),
    id: newId() as ContributionId,
    ...{
      edition: 1,
      revision: 0,
      status: 'draft',
      since: now,
      createdAt: now,
      queuedAt: null,
      report: null,
      reason: null,
    },
    ...{ authorUserId: actor.host?.userId ?? '', authorName: by, history: [{ status: 'draft', at: now, by }] },
  }
}

/** `leap-year-2`, or the first number that nobody has. */
function freeId(problemId: ProblemId, taken: ReadonlySet<string>): string {
  for (let n = 2; ; n++) {
    const id = `${problemId.slice(0, 60)}-${n}`
    if (!taken.has(id)) return id
  }
}
