import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContributionId, ProblemId } from '../../server/protocol/ids.ts'
import { changed, emptyFolder, packageIn } from '../bank/packages.ts'
import { openClub, type Club, type Person, type Prepared } from '../support/club.ts'
import { writer, type Writer } from '../support/contributions.ts'
import { aPuzzle } from '../support/drafts.ts'

const POSTS = 'fence-posts' as ProblemId
const [inPython] = aPuzzle().submissions

describe('a puzzle that has landed', () => {
  const problemsDir = emptyFolder()
  let club: Club
  let host: Person
  let puzzles: Writer
  let id: ContributionId
  beforeAll(async () => {
    packageIn(problemsDir, 'twice')
    packageIn(problemsDir, 'twice-more', changed('problem.yaml', 'name: Twice', 'name: Twice more'))
    club = await openClub({ problemsDir })
    await signIn()
  })
  afterAll(() => club.close())
  async function signIn() {
    host = await club.host()
    puzzles = writer(host)
  }
  const picked = async () => (await host.must('bank:list', {})).problems.map((problem) => problem.id)

  it('[C3] lands when its trial has passed and a host says so, and not before', async () => {
    id = await puzzles.draft(aPuzzle())
    expect(await host.refusal('contribution:land', { contributionId: id })).toBe('contribution-state')
    await host.must('contribution:submit', { contributionId: id })
    await puzzles.outcome(id)
    expect(await picked()).not.toContain(POSTS)
    expect(await host.must('contribution:land', { contributionId: id })).toEqual({ problemId: POSTS })
    expect(await puzzles.row(id)).toMatchObject({ status: 'landed', leftOut: null, rounds: { ahead: 0, all: 0 } })
  })

  it('can be picked, suggested, seen and practised at once', async () => {
    expect(await picked()).toContain(POSTS)
    const { problem } = await host.must('bank:preview', { problemId: POSTS, locale: 'es' })
    expect(problem.name).toBe('Postes')
    const { tournamentId, code } = await host.prepare([[]])
    const { problemIds } = await host.must('bank:suggest', { tournamentId, count: 6 })
    expect(problemIds).toContain(POSTS)
    const ada = await club.player('Ada', code)
    const tried = await ada.must('code:try', { problemId: POSTS, language: 'python', source: inPython!.source })
    expect(tried.judgement.verdict).toBe('AC')
  })

  it('is played in a round', async () => {
    const { roundId, code } = await host.prepare([[POSTS]])
    const bo = await club.player('Bo', code)
    await host.start(roundId, bo)
    expect((await bo.must('round:problems', { roundId, locale: 'en' })).problems[0]).toMatchObject({
      name: 'Fence posts',
    })
    expect((await bo.must('hint:take', { roundId, problemId: POSTS, locale: 'en' })).hints).toHaveLength(1)
    expect(await bo.submit(POSTS, inPython!.source)).toMatchObject({ verdict: 'AC', passed: 11 })
    await host.must('round:stop', { roundId })
    await host.sees('host', ({ rounds: [round] }) => round?.rated === true)
    await host.must('round:publish', { roundId })
    expect(await puzzles.row(id)).toMatchObject({ rounds: { ahead: 0, all: 1 } })
  })

  it('is there after a restart', async () => {
    await club.restart()
    await signIn()
    expect(await picked()).toContain(POSTS)
  })

  describe('and is taken back', () => {
    let planned: Prepared
    let reader: Person
    beforeAll(async () => {
      planned = await host.prepare([[POSTS, 'twice-more']])
      reader = await club.player('Chen', planned.code)
      await host.must('contribution:take-back', { contributionId: id, reason: 'The story is about somebody we know.' })
    })

    it('leaves picker, suggestions and practice at once', async () => {
      expect(await picked()).not.toContain(POSTS)
      const { tournamentId } = await host.prepare([[]])
      expect((await host.must('bank:suggest', { tournamentId, count: 6 })).problemIds).not.toContain(POSTS)
      const { problems } = await reader.must('practice:problems', { locale: 'en' })
      expect(problems.map((problem) => problem.id)).not.toContain(POSTS)
      const code = { problemId: POSTS, language: 'python', source: inPython!.source }
      expect(await reader.refusal('code:try', code)).toBe('problem-not-found')
      const roundId = host.host!.rounds[0]!.id
      expect(await host.refusal('round:update', { roundId, problemIds: [POSTS] })).toBe('problem-not-found')
    })

    it('says so, with the reason and the rounds that hold it', async () => {
      expect(await puzzles.row(id)).toMatchObject({
        ...{ status: 'taken-back', reason: 'The story is about somebody we know.' },
        rounds: { ahead: 1, all: 2 },
      })
      await host.watch({ tournamentId: planned.tournamentId, as: 'host' })
      expect(host.host!.rounds[0]).toMatchObject({
        takenBack: [{ id: POSTS, name: 'Fence posts', level: 1, minutes: 4 }],
      })
    })

    it('is still what the rounds that hold it ask, after a restart, too', async () => {
      await club.restart()
      await signIn()
      await host.watch({ tournamentId: planned.tournamentId, as: 'host' })
      const { roundId } = planned
      await host.must('round:update', { roundId, problemIds: ['twice-more' as ProblemId, POSTS] })
      await host.must('round:start', { roundId })
      const chen = await club.player('Dee', planned.code)
      await chen.sees('board', ({ round }) => round?.status === 'running')
      expect((await chen.submit(POSTS, inPython!.source)).verdict).toBe('AC')
      await host.must('round:stop', { roundId })
    })

    it('[C5] is neither changed nor removed while rounds hold it', async () => {
      expect(await host.refusal('contribution:withdraw', { contributionId: id })).toBe('contribution-held')
      expect(await host.refusal('contribution:remove', { contributionId: id })).toBe('contribution-held')
      const { contributionId } = await host.must('contribution:copy', { problemId: POSTS })
      await host.must('contribution:remove', { contributionId })
    })

    it('[C4] lands again as it is', async () => {
      await host.must('contribution:land', { contributionId: id })
      expect(await picked()).toContain(POSTS)
    })
  })

  it('[C5] goes on being written where no round has ever held it', async () => {
    const other = await puzzles.land(
      aPuzzle({
        ...{
          problemId: 'bridge-toll',
          name: 'Bridge toll',
          statement: { en: 'Every cart pays three coins, and one coin more.' },
        },
        examples: [1, 2].map(toll),
        hidden: [0, 3, 4, 5, 6, 7, 8, 9].map(toll),
        submissions: [
          {
            folder: 'accepted',
            file: 'a.py',
            language: 'python',
            source: 'def fence_posts(n):\n    return 3 * n + 1\n',
          },
          {
            folder: 'accepted',
            file: 'a.js',
            language: 'javascript',
            source: 'function fencePosts(n) {\n  return 3 * n + 1\n}\n',
          },
          {
            folder: 'wrong_answer',
            file: 'w.py',
            language: 'python',
            source: 'def fence_posts(n):\n    return 3 * n\n',
          },
        ],
      }),
    )
    await host.must('contribution:take-back', { contributionId: other, reason: 'A coin too many.' })
    await host.must('contribution:withdraw', { contributionId: other })
    expect(await puzzles.row(other)).toMatchObject({ status: 'draft', reason: null })
    expect(club.app.bank.problems.has('bridge-toll' as ProblemId)).toBe(false)
  })

  it('[C2] gives way to a puzzle of the same id that a later release brings, and both say so', async () => {
    packageIn(
      problemsDir,
      POSTS,
      changed('problem.yaml', 'name: Twice\nlevel: 1', 'name: Posts of the release\nlevel: 2'),
    )
    await club.restart()
    await signIn()
    expect(await puzzles.row(id)).toMatchObject({ status: 'landed', leftOut: 'same-id' })
    const rows = (await host.must('bank:list', {})).problems.filter((problem) => problem.id === POSTS)
    expect(rows).toMatchObject([{ name: 'Posts of the release' }])
    expect(club.logged).toContainEqual(expect.objectContaining({ level: 'warn', problemId: POSTS }))
    await host.must('contribution:take-back', { contributionId: id, reason: 'The bank has its own now.' })
    expect(await picked()).toContain(POSTS)
  })
})

const toll = (n: number) => ({ args: [String(n)], expected: String(3 * n + 1), note: '', notes: {} })
