import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContributionRow, PuzzleDraft } from '../../server/protocol/contributions.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { writer, type Writer } from '../support/contributions.ts'
import { aPuzzle, aTest } from '../support/drafts.ts'
import { functionPuzzles } from '../support/puzzles.ts'

type Submission = PuzzleDraft['submissions'][number]
const python = (folder: Submission['folder'], file: string, body: string): Submission => ({
  ...{ folder, file, language: 'python' },
  source: `def fence_posts(gardens):\n    ${body.replaceAll('\n', '\n    ')}\n`,
})
const QUICK = { timeMs: 100, memoryMb: 128, outputKb: 64 }
const [inPython, inJavascript, wrong] = aPuzzle().submissions as [Submission, Submission, Submission]
const stepsOf = ({ report }: ContributionRow) => report?.steps.map(({ step, state }) => `${step} ${state}`)
const faultsOf = ({ report }: ContributionRow) =>
  (report?.faults ?? []).map(({ file, field, message }) => [file, field, message].filter(Boolean).join(': ')).join('\n')

describe('a puzzle on its way into the bank', () => {
  let club: Club
  let host: Person
  let puzzles: Writer
  beforeAll(async () => {
    club = await openClub({ app: { judgeWorkers: 2 } })
    host = await club.host()
    puzzles = writer(host)
  })
  afterAll(() => club.close())
  const tried = async (is: Partial<PuzzleDraft>): Promise<ContributionRow> => {
    const row = await puzzles.outcome(await puzzles.submit(aPuzzle(is)))
    await host.must('contribution:remove', { contributionId: row.id })
    return row
  }

  describe('the trial', () => {
    it('passes, step by step, what is right in everything', async () => {
      const row = await tried({})
      expect(faultsOf(row)).toBe('')
      expect(row.status).toBe('review')
      expect(stepsOf(row)).toEqual(
        ['check', 'submissions', 'limits', 'mutants', 'duplicates'].map((step) => `${step} passed`),
      )
      const figures = Object.assign({}, ...row.report!.steps.map((step) => step.figures)) as Record<string, number>
      // JavaScript's solution is tried as TypeScript, too.
      expect(figures).toMatchObject({ tried: 4, mostMs: expect.any(Number), survived: 0 })
      expect(figures['caught']).toBeGreaterThan(4)
      expect(figures['compared']).toBe(club.app.bank.problems.size)
    })

    it('stops at the check where something is broken, and says file and field', async () => {
      const row = await tried({ statement: { en: '<script>alert(1)</script>' }, hidden: [aTest('x', '1')] })
      expect(row.status).toBe('mend')
      expect(stepsOf(row)).toEqual(['check failed'])
      expect(faultsOf(row)).toContain('tests.yaml: hidden[0].args[0]: is no value')
      expect(faultsOf(row)).toContain('statement.md: holds HTML')
    })

    it.each<[string, Partial<PuzzleDraft>, string, RegExp]>([
      [
        'an accepted solution that fails',
        { submissions: [python('accepted', 'a.py', 'return 7'), inJavascript, wrong] },
        'submissions',
        /accepted\/a\.py: python: must get AC, but gets WA on example 1: fence_posts\(1\) gives 7, expected 8/,
      ],
      [
        'a wrong one that passes',
        { submissions: [inPython, inJavascript, python('wrong_answer', 'w.py', 'return gardens and gardens * 7 + 1')] },
        'submissions',
        /wrong_answer\/w\.py: python: must get WA, but gets AC/,
      ],
      [
        'tests that notice too little',
        {
          examples: [aTest('1', '8'), aTest('13', '93')],
          hidden: [2, 3, 4, 5, 6, 7, 10, 20].map((n) => aTest(String(n), String(7 * n + (n < 12 ? 1 : 2)))),
          submissions: [
            python('accepted', 'simple.py', 'if gardens < 12:\n    return gardens * 7 + 1\nreturn gardens * 7 + 2'),
            { ...inJavascript, source: 'function fencePosts(n) {\n  return n * 7 + (n < 12 ? 1 : 2)\n}\n' },
            wrong,
          ],
        },
        'mutants',
        /simple\.py: line 2: no test notices when .* becomes .*; a test with .* would/,
      ],
    ])('finds %s', async (_what, is, step, fault) => {
      const row = await tried(is)
      expect(faultsOf(row)).toMatch(fault)
      expect(stepsOf(row)?.at(-1)).toBe(`${step} failed`)
      expect(row.status).toBe('mend')
    })

    it('finds an accepted one that takes too much of its time', async () => {
      const { judge } = club.app
      const honest = judge.judge
      // As on a slower day: every run takes half of what it may.
      judge.judge = async (job) => {
        const judgement = await honest(job)
        const timeMs = (job.problem.limits.timeMs * judge.status().calibration) / 2
        return { ...judgement, runs: judgement.runs.map((run) => ({ ...run, timeMs })) }
      }
      const row = await tried({})
      judge.judge = honest
      expect(faultsOf(row)).toMatch(/accepted\/simple\.js: .*: takes \d+ ms for a test; a third of the limit is \d+ ms/)
      expect(stepsOf(row)).toEqual(['check passed', 'submissions passed', 'limits failed'])
    })

    it('finds a puzzle of the bank in other clothes', async () => {
      const problemId = functionPuzzles[4]!.id
      const { contributionId } = await host.must('contribution:copy', { problemId })
      const { contribution } = await host.must('contribution:read', { contributionId })
      const other = { ...contribution.draft, statement: { en: 'Quite another story.' }, name: 'Another' }
      await host.must('contribution:save', { contributionId, revision: 1, draft: other })
      await host.must('contribution:submit', { contributionId })
      const row = await puzzles.outcome(contributionId)
      expect(faultsOf(row)).toContain(`is the same as "${functionPuzzles[4]!.name}" (${problemId})`)
      await host.must('contribution:remove', { contributionId })
    })

    it('finds a copy of what is under review', async () => {
      const first = await puzzles.submit(aPuzzle())
      await puzzles.outcome(first)
      const row = await tried({ problemId: 'posts-again', name: 'Posts again' })
      expect(faultsOf(row)).toContain('is the same as "Fence posts" (fence-posts)')
      expect(faultsOf(row)).toContain('statement.md: reads like that of "Fence posts" (fence-posts): 100 % of it')
      await host.must('contribution:remove', { contributionId: first })
    })
  })

  describe('[C2] an id belongs to one puzzle', () => {
    it('that is the bank’s', async () => {
      const id = functionPuzzles[0]!.id
      expect(faultsOf(await tried({ problemId: id }))).toContain('id: is the id of a puzzle of the bank; take another')
    })

    it('or the first in the queue’s', async () => {
      const [first, second] = [await puzzles.submit(aPuzzle()), await puzzles.submit(aPuzzle({ name: 'Posts' }))]
      expect((await puzzles.outcome(first)).status).toBe('review')
      expect(faultsOf(await puzzles.outcome(second))).toContain(
        'id: is the id of "Fence posts", which came before; take another',
      )
      for (const contributionId of [first, second]) await host.must('contribution:remove', { contributionId })
    })
  })

  it('goes one after another, in the order in which they came, and none holds up the next', async () => {
    const order: string[] = []
    const broken = await puzzles.submit(aPuzzle({ problemId: 'a', name: '' }))
    const stuck = await puzzles.submit(
      aPuzzle({
        problemId: 'b',
        limits: QUICK,
        submissions: [python('accepted', 'loop.py', 'while True: pass'), inJavascript, wrong],
      }),
    )
    const right = await puzzles.submit(aPuzzle({ problemId: 'c' }))
    const waiting = await puzzles.row(right)
    expect(waiting!.status === 'waiting' ? waiting!.ahead : 0).toBeLessThanOrEqual(2)
    const ends = await Promise.all(
      [broken, stuck, right].map(async (id) => {
        const row = await puzzles.outcome(id)
        order.push(row.problemId)
        return row
      }),
    )
    expect(ends.map(({ status }) => status)).toEqual(['mend', 'mend', 'review'])
    expect(order).toEqual(['a', 'b', 'c'])
    expect(ends[0]!.report!.endedAt!).toBeLessThanOrEqual(ends[1]!.report!.startedAt)
    for (const contributionId of [broken, stuck, right]) await host.must('contribution:remove', { contributionId })
  })

  it('can be withdrawn while it waits or is tried, and does not stop the next', async () => {
    const loops = [python('accepted', 'loop.py', 'while True: pass'), inJavascript, wrong]
    const first = await puzzles.submit(
      aPuzzle({ problemId: 'a', submissions: loops, limits: { ...QUICK, timeMs: 2000 } }),
    )
    const second = await puzzles.submit(aPuzzle({ problemId: 'b' }))
    const third = await puzzles.submit(aPuzzle({ problemId: 'c' }))
    await puzzles.sees(first, ({ report }) => report?.steps.at(-1)?.step === 'submissions')
    for (const contributionId of [second, first]) await host.must('contribution:withdraw', { contributionId })
    expect((await puzzles.outcome(third)).status).toBe('review')
    expect((await puzzles.row(first))?.status).toBe('draft')
    expect((await puzzles.row(second))?.status).toBe('draft')
    for (const contributionId of [first, second, third]) await host.must('contribution:remove', { contributionId })
  })

  it('[C1] is changed while it is a draft or sent back, and not on its way', async () => {
    const contributionId = await puzzles.submit(aPuzzle())
    await puzzles.outcome(contributionId)
    const change = { contributionId, revision: 1, draft: aPuzzle({ minutes: 9 }) }
    expect(await host.refusal('contribution:save', change)).toBe('contribution-state')
    expect(await host.refusal('contribution:submit', { contributionId })).toBe('contribution-state')
    await host.must('contribution:return', { contributionId, reason: 'What of no garden at all?\nSay it.' })
    expect(await puzzles.row(contributionId)).toMatchObject({
      status: 'returned',
      reason: 'What of no garden at all?\nSay it.',
    })
    expect(await host.refusal('contribution:land', { contributionId })).toBe('contribution-state')
    await host.must('contribution:save', change)
    await host.must('contribution:submit', { contributionId })
    expect(await puzzles.outcome(contributionId)).toMatchObject({ status: 'review', reason: null })
    await host.must('contribution:remove', { contributionId })
  })

  it('waits, and pauses in the middle of its trial, while a round is on', async () => {
    const { roundId } = await host.prepare([[functionPuzzles[0]!.id]])
    const slow = python('time_limit', 'slow.py', 'while True: pass')
    const first = await puzzles.submit(
      aPuzzle({
        limits: QUICK,
        submissions: [
          ...aPuzzle().submissions,
          ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => ({ ...slow, file: `${name}.py` })),
        ],
      }),
    )
    await puzzles.sees(first, ({ report }) => report?.steps.at(-1)?.step === 'submissions')
    await host.must('round:start', { roundId, inMinutes: 5 })
    expect(stepsOf(await puzzles.sees(first, ({ report }) => report?.steps.at(-1)?.state === 'paused'))).toEqual([
      'check passed',
      'submissions paused',
    ])
    const second = await puzzles.submit(aPuzzle({ problemId: 'later' }))
    expect(await puzzles.row(second)).toMatchObject({ status: 'waiting', ahead: 1 })
    expect((await host.must('contribution:list', {})).roundUnderWay).toBe(true)
    club.clock.jump(10 * 60_000)
    await host.sees('host', ({ rounds: [round] }) => round?.status === 'running')
    expect(stepsOf((await puzzles.row(first))!)?.at(-1)).toBe('submissions paused')
    await host.must('round:stop', { roundId })
    expect((await puzzles.outcome(first)).status).toBe('review')
    await host.must('contribution:remove', { contributionId: first })
    await puzzles.outcome(second)
    await host.must('contribution:remove', { contributionId: second })
  })

  it('is not lost when the server stops in the middle of its trial', async () => {
    const slow = ['a', 'b', 'c'].map((name) => python('time_limit', `${name}.py`, 'while True: pass'))
    const id = await puzzles.submit(aPuzzle({ limits: QUICK, submissions: [...aPuzzle().submissions, ...slow] }))
    await puzzles.sees(id, ({ report }) => report?.steps.at(-1)?.step === 'submissions')
    await club.restart()
    host = await club.host()
    puzzles = writer(host)
    expect(await puzzles.outcome(id)).toMatchObject({ status: 'review' })
    await host.must('contribution:remove', { contributionId: id })
  })

  it('comes back to be mended, with the reason, where a step fails by a fault of the server’s', async () => {
    const { judge } = club.app
    const honest = judge.judge
    judge.judge = () => Promise.reject(new Error('no judge today'))
    const id = await puzzles.submit(aPuzzle())
    const row = await puzzles.outcome(id)
    judge.judge = honest
    expect(row.status).toBe('mend')
    expect(stepsOf(row)).toEqual(['check passed', 'submissions failed'])
    expect(faultsOf(row)).toContain('the trial stopped at the step "submissions": no judge today')
    await host.must('contribution:submit', { contributionId: id })
    expect((await puzzles.outcome(id)).status).toBe('review')
    await host.must('contribution:remove', { contributionId: id })
  })

  it('comes back, too, where a step never ends', async () => {
    const { judge } = club.app
    const honest = judge.judge
    judge.judge = () => new Promise(() => undefined)
    const id = await puzzles.submit(aPuzzle())
    await puzzles.sees(id, ({ report }) => report?.steps.at(-1)?.step === 'submissions')
    club.clock.jump(6 * 60_000)
    const row = await puzzles.outcome(id)
    judge.judge = honest
    expect(faultsOf(row)).toContain('it took longer than five minutes')
    await host.must('contribution:remove', { contributionId: id })
  })
})
