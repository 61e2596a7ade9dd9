import type { ProblemId } from '../../protocol/ids.ts'
import { refusal, unusable } from '../../protocol/refusals.ts'
import { ok, refused } from '../../protocol/result.ts'
import { mayMove } from '../../tournament/contributions.ts'
import { asListed, faultsOf, newContribution } from '../contributions/drafts.ts'
import { found, inQueue, rowOf, rowsFor } from '../contributions/rows.ts'
import { trialOf } from '../contributions/trial.ts'
import type { Handlers } from '../handler.ts'

type Writing = 'list' | 'read' | 'save' | 'preview' | 'fill' | 'judge' | 'copy' | 'mend'

/** Puzzles that hosts write. All hosts of the installation work on all of them. */
export const contributions: Handlers<`contribution:${Writing}`> = {
  async 'contribution:list'({ store, bank }, actor) {
    const underWay = (await store.roundsUnderWay()).some(({ status }) => status !== 'ended')
    return ok({ contributions: await rowsFor({ store, bank }, actor.host?.userId ?? ''), roundUnderWay: underWay })
  },

  async 'contribution:read'(context, actor, { contributionId }) {
    const { store, bank } = context
    const read = await found(store, contributionId)
    if (!read.ok) return read
    const { draft, edition: revision } = read.value
    const queue = inQueue(await store.contributions())
    const row = rowOf(read.value, actor.host?.userId ?? '', { queue, holding: await store.roundsHolding(), bank })
    return ok({ contribution: { ...row, draft, revision, faults: await faultsOf(context, draft, read.value) } })
  },

  async 'contribution:save'(context, actor, { contributionId, revision, draft }) {
    const { store, director } = context
    const self = contributionId === undefined ? null : await store.contribution(contributionId)
    const faults = await faultsOf(context, draft, self)
    if (contributionId === undefined) {
      const row = newContribution(context, actor.host, draft)
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
      if (!draft.ok) return refused(unusable(draft.refusal))
      const row = newContribution(context, actor.host, draft.value)
      const reply = { contributionId: row.id }
      return ok({ expected: {}, changes: [{ do: 'insert', table: 'contributions', row }], reply })
    })
  },

  // [C6]
  async 'contribution:mend'(context, actor, { contributionId }) {
    const { store, director } = context
    return director.decide(async () => {
      const read = await found(store, contributionId)
      if (!read.ok) return read
      const may = mayMove('mend', read.value.status, 0)
      if (!may.ok) return may
      const all = await store.contributions()
      if (all.some(({ mends }) => mends === contributionId)) return refused(refusal('contribution-mended'))
      const row = newContribution(context, actor.host, read.value.draft, contributionId)
      return ok({
        expected: { contributions: { [contributionId]: read.value.revision } },
        changes: [
          // Of two who want to mend it at once the second is told so.
          { do: 'patch', table: 'contributions', id: contributionId, set: {} },
          { do: 'insert', table: 'contributions', row },
        ],
        reply: { contributionId: row.id },
      })
    })
  },
}

/** `leap-year-2`, or the first number that nobody has. */
function freeId(problemId: ProblemId, taken: ReadonlySet<string>): string {
  for (let n = 2; ; n++) {
    const id = `${problemId.slice(0, 60)}-${n}`
    if (!taken.has(id)) return id
  }
}
