import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContributionId, ProblemId, RoundId } from '../../server/protocol/ids.ts'
import { emptyFolder, packageIn } from '../bank/packages.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { writer, type Writer } from '../support/contributions.ts'
import { aPuzzle, aTest } from '../support/drafts.ts'

const POSTS = 'fence-posts' as ProblemId
const MENDED = aPuzzle()
const RIGHT = MENDED.submissions[0]!.source
const AS_TESTED = 'def fence_posts(gardens):\n    return gardens * 7 + 1\n'
/** Whoever wrote it forgot that no garden needs no post, in the test and in the solutions. */
const BROKEN = aPuzzle({
  hidden: MENDED.hidden.map((test) => (test.args?.[0] === '0' ? aTest('0', '1') : test)),
  submissions: [
    { folder: 'accepted', file: 'simple.py', language: 'python', source: AS_TESTED },
    {
      ...{ folder: 'accepted', file: 'simple.js', language: 'javascript' },
      source: 'function fencePosts(gardens) {\n  return BigInt(gardens) * 7n + 1n\n}\n',
    },
    MENDED.submissions[2]!,
  ],
})

describe('[C6] a puzzle that was played with a wrong test', () => {
  const problemsDir = emptyFolder()
  let club: Club
  let host: Person
  let puzzles: Writer
  let id: ContributionId
  let mended: ContributionId
  let roundId: RoundId
  let ada: Person
  let bo: Person
  beforeAll(async () => {
    packageIn(problemsDir, 'twice')
    club = await openClub({ problemsDir })
    host = await club.host()
    puzzles = writer(host)
    id = await puzzles.land(BROKEN)
    const first = await evening()
    ;[ada, bo] = [await club.player('Ada', first.code), await club.player('Bo', first.code)]
    roundId = first.roundId
    await host.must('round:start', { roundId })
    for (const person of [ada, bo]) await person.sees('board', ({ round }) => round?.status === 'running')
    expect((await ada.submit(POSTS, RIGHT)).verdict).toBe('WA')
    expect((await bo.submit(POSTS, AS_TESTED)).verdict).toBe('AC')
    await host.must('round:stop', { roundId })
    await host.sees('host', ({ rounds: [round] }) => round?.rated === true)
    await host.must('round:publish', { roundId })
    await club.app.live.idle()
  }, 120_000)
  afterAll(() => club.close())

  async function evening() {
    const rounds = [{ name: 'One', limitMinutes: 20, problemIds: [POSTS] }]
    const made = await host.must('tournament:create', { name: 'Evening', rounds, approveNames: false })
    await host.watch({ tournamentId: made.tournamentId, as: 'host' })
    return { ...made, roundId: host.host!.rounds[0]!.id }
  }
  const solved = async (person: Person) => (await person.must('profile:read', {})).results[0]!.problems[0]!.solved
  const rows = async () => (await host.must('contribution:list', {})).contributions

  it('is mended by one copy that keeps its id', async () => {
    mended = (await host.must('contribution:mend', { contributionId: id })).contributionId
    expect(await puzzles.row(mended)).toMatchObject({ problemId: POSTS, status: 'draft', mends: true })
    expect(await host.refusal('contribution:mend', { contributionId: id })).toBe('contribution-mended')
    expect(await host.refusal('contribution:mend', { contributionId: mended })).toBe('contribution-state')
    expect(await ada.refusal('contribution:mend', { contributionId: id })).toBe('not-signed-in')
    const { faults } = await host.must('contribution:save', { contributionId: mended, revision: 1, draft: MENDED })
    expect(faults).toEqual([])
    // Nobody else may have the id.
    const other = await puzzles.draft(MENDED)
    expect((await host.must('contribution:read', { contributionId: other })).contribution.faults).toMatchObject([
      { field: 'id' },
    ])
    await host.must('contribution:remove', { contributionId: other })
  })

  it('is tried like any other, and lands while no round with it is under way', { timeout: 60_000 }, async () => {
    await host.must('contribution:submit', { contributionId: mended })
    expect(await puzzles.outcome(mended)).toMatchObject({ status: 'review' })
    const second = await evening()
    await host.must('round:start', { roundId: second.roundId })
    expect(await host.refusal('contribution:land', { contributionId: mended })).toBe('contribution-playing')
    await host.must('round:stop', { roundId: second.roundId })
    await club.app.live.idle()
    await host.must('contribution:land', { contributionId: mended })
    expect((await rows()).map((row) => [row.id, row.status, row.mends])).toEqual([[mended, 'landed', false]])
  })

  it('leaves what was judged until a host has it judged again, after a restart, too', { timeout: 60_000 }, async () => {
    await club.restart()
    host = await club.host()
    for (const person of [ada, bo]) await person.connect()
    const { tournamentId } = (await club.app.store.round(roundId))!
    await host.watch({ tournamentId, as: 'host' })
    expect([await solved(ada), await solved(bo)]).toEqual([false, true])
    const { rejudgingId } = await host.must('rejudging:begin', { roundId, problemId: POSTS })
    await host.sees('host', ({ rejudgings: [row] }) => row?.status === 'ready')
    expect(await host.must('rejudging:read', { rejudgingId })).toMatchObject({
      gained: [{ name: 'Ada' }],
      lost: [{ name: 'Bo' }],
    })
    await host.must('rejudging:take', { rejudgingId, spare: true })
    await club.app.live.idle()
    expect([await solved(ada), await solved(bo)]).toEqual([true, true])
  })
})
