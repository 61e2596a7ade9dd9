import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProblemId } from '../../server/protocol/ids.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { aPuzzle, aTest } from '../support/drafts.ts'
import { faultWords } from '../../server/protocol/package-faults.ts'

describe('hosts write puzzles', () => {
  let club: Club
  let host: Person
  beforeAll(async () => {
    club = await openClub()
    host = await club.host()
  })
  afterAll(() => club.close())
  const listed = async () => (await host.must('contribution:list', {})).contributions

  it('keeps a draft, finished or not, and says what is still to be mended', async () => {
    const draft = aPuzzle({ hidden: [] })
    const saved = await host.must('contribution:save', { draft })
    expect(saved.faults).toContainEqual({ file: 'tests.yaml', field: 'hidden', ...faultWords('empty') })
    const { contribution } = await host.must('contribution:read', { contributionId: saved.contributionId })
    expect(contribution).toMatchObject({ draft, status: 'draft', mine: true, authorName: 'host', faults: saved.faults })
    expect(await listed()).toMatchObject([{ id: saved.contributionId, name: 'Fence posts', level: 1, report: null }])
    await host.must('contribution:remove', { contributionId: saved.contributionId })
    expect(await listed()).toEqual([])
    expect(await host.refusal('contribution:read', saved)).toBe('bad-request')
    const gone = { contributionId: saved.contributionId }
    expect(await host.refusal('contribution:read', gone)).toBe('contribution-not-found')
  })

  it('does not overwrite what somebody else has saved meanwhile', async () => {
    const { contributionId, revision } = await host.must('contribution:save', { draft: aPuzzle() })
    const next = await host.must('contribution:save', { contributionId, revision, draft: aPuzzle({ minutes: 5 }) })
    expect(next.revision).toBe(revision + 1)
    const stale = { contributionId, revision, draft: aPuzzle({ minutes: 6 }) }
    expect(await host.refusal('contribution:save', stale)).toBe('changed-meanwhile')
    const { contribution } = await host.must('contribution:read', { contributionId })
    expect(contribution.draft.minutes).toBe(5)
    await host.must('contribution:remove', { contributionId })
  })

  it('takes a puzzle of half a megabyte, and no other message of that size', async () => {
    const long = aTest(JSON.stringify('x'.repeat(400_000)), '1')
    const { contributionId } = await host.must('contribution:save', { draft: aPuzzle({ examples: [long] }) })
    await host.must('contribution:remove', { contributionId })
    const twice = aPuzzle({ examples: [long, long, long] })
    expect(await host.refusal('contribution:save', { draft: twice })).toBe('too-large')
    const source = 'x'.repeat(200_000)
    expect(await host.refusal('code:try', { problemId: 'x', language: 'python', source })).toBe('too-large')
  })

  it('shows the player’s page of what there is so far, without a solution or a test', async () => {
    const draft = aPuzzle({ submissions: [], hidden: [], examples: [aTest('', '')] })
    const { problem, faults } = await host.must('contribution:preview', { draft, locale: 'es' })
    expect(problem).toMatchObject({ name: 'Postes', statement: draft.statement['en'], examples: [] })
    expect(problem!.signatures.python).toBe('def fence_posts(gardens: int) -> int')
    expect(faults.map(({ field }) => field)).toContain('examples[0].args[0]')
    const whole = await host.must('contribution:preview', { draft: aPuzzle(), locale: 'en' })
    expect(whole).toMatchObject({ faults: [], problem: { walkthrough: aPuzzle().walkthrough['en'] } })
    expect(Object.keys(whole.problem!.solutions!)).toEqual(['python', 'javascript'].toSorted())
  })

  it('fills in what the accepted solution answers, line by line', async () => {
    const draft = aPuzzle({
      examples: [aTest('5', ''), aTest('north', '')],
      hidden: [aTest('9007199254740993', ''), aTest('"x"', '')],
    })
    const filled = await host.must('contribution:fill', { draft })
    expect(filled.examples[0]).toEqual({ expected: '36' })
    expect(filled.examples[1]).toEqual({ fault: expect.stringContaining('is no value') })
    expect(filled.hidden[0]).toEqual({ expected: '63050394783186952' })
    expect(filled.hidden[1]).toEqual({ fault: expect.stringContaining('TypeError') })
    expect(await host.refusal('contribution:fill', { draft: { ...draft, submissions: [] } })).toBe('solution-missing')
  })

  it('fills in what a script prints, and what a variable holds', async () => {
    const python = (source: string) => [
      { folder: 'accepted' as const, file: 'a.py', language: 'python' as const, source },
    ]
    const script = { stdin: '3\n', expected: '', note: '', notes: {} }
    const printing = aPuzzle({
      kind: 'script',
      examples: [script],
      hidden: [],
      submissions: python('print(int(input()) * 2)'),
    })
    expect((await host.must('contribution:fill', { draft: printing })).examples).toEqual([{ expected: '6\n' }])
    const variable = { value: 'ages', expected: '', note: '', notes: {} }
    const setting = aPuzzle({ examples: [variable], hidden: [], submissions: python('ages = {"Ada": (1, None)}') })
    expect((await host.must('contribution:fill', { draft: setting })).examples).toEqual([
      { expected: '{"Ada": [1, null]}' },
    ])
  })

  it('judges one submission of the draft, and shows its author the hidden tests', async () => {
    const { judgement } = await host.must('contribution:judge', { draft: aPuzzle(), submission: 2 })
    expect(judgement.verdict).toBe('WA')
    expect(judgement.runs[2]).toMatchObject({
      name: 'hidden 1',
      kind: 'hidden',
      call: 'fence_posts(3)',
      expected: '22',
      received: '21',
    })
    expect(await host.refusal('contribution:judge', { draft: aPuzzle(), submission: 9 })).toBe('bad-request')
  })

  it('starts a draft from a puzzle of the bank, under an id that nobody has', async () => {
    const problemId = [...club.app.bank.problems.keys()][0] as ProblemId
    const first = await host.must('contribution:copy', { problemId })
    const second = await host.must('contribution:copy', { problemId })
    const { contribution } = await host.must('contribution:read', first)
    expect(contribution.draft).toMatchObject({
      problemId: `${problemId}-2`,
      name: club.app.bank.problems.get(problemId)!.name,
    })
    expect(contribution.faults).toEqual([])
    expect((await listed()).map((row) => row.problemId)).toContain(`${problemId}-3`)
    expect(await host.refusal('contribution:copy', { problemId: 'no-such-puzzle' })).toBe('problem-not-found')
    for (const copy of [first, second]) await host.must('contribution:remove', copy)
  })
})
