import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { afterStrain, type LoadState, type Shedding, type Strain } from '../../server/live/load.ts'
import type { RoundId, SubmissionId } from '../../server/protocol/ids.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'

const calm: LoadState = { shedding: 'nothing', calmLooks: 0 }
const late = (delayMs: number): Strain => ({ delayMs, oldestQueuedMs: 0 })
const queued = (oldestQueuedMs: number): Strain => ({ delayMs: 0, oldestQueuedMs })
/** What is held back after each look. */
function looks(strains: Strain[], from = calm): Shedding[] {
  let state = from
  return strains.map((strain) => (state = afterStrain(state, strain)).shedding)
}

describe('what is held back under load', () => {
  it.each([
    [late(59), 'nothing'],
    [late(60), 'boards'],
    [late(199), 'boards'],
    [late(200), 'tries'],
    [queued(2_999), 'nothing'],
    [queued(3_000), 'boards'],
    [queued(8_000), 'tries'],
  ] as const)('is decided by how late the server is and how long the oldest waits: %o', (strain, shedding) => {
    expect(looks([strain])).toEqual([shedding])
  })
  it('is taken back one step at a time, after three calm looks each', () => {
    expect(looks([late(500), ...Array<Strain>(6).fill(late(0))])).toEqual([
      ...['tries', 'tries', 'tries', 'boards', 'boards', 'boards', 'nothing'],
    ])
  })
  it('stays while it is not really calm, so that it does not swing', () => {
    expect(looks([late(500), late(0), late(0), late(100), late(0), late(0), late(0)])).toEqual([
      ...['tries', 'tries', 'tries', 'tries', 'tries', 'tries', 'boards'],
    ])
    expect(looks([late(60), ...Array<Strain>(9).fill(late(30))]).at(-1)).toBe('boards')
  })
})

describe('a server with its hands full', () => {
  let club: Club
  let player: Person
  let roundId: RoundId
  let delayMs = 0
  const puzzle = functionPuzzles[0]!
  const source = acceptedIn(puzzle.id, 'python')
  const code = { problemId: puzzle.id, language: 'python', source } as const
  const attempt = () => player.refusal('code:try', { roundId, ...code })
  beforeAll(async () => {
    club = await openClub({ app: { measureDelay: () => ({ delayMs, worstMs: delayMs }) } })
    const host = await club.host()
    const made = await host.prepare([[puzzle.id]])
    roundId = made.roundId
    player = await club.player('Ada', made.code)
    await host.start(roundId, player)
  })
  afterAll(() => club.close())

  it('takes everything while it is calm', async () => {
    club.app.live.load.look()
    expect(await attempt()).toBeNull()
  })

  it('takes no Try, says so, and takes and judges every submission', async () => {
    delayMs = 300
    club.app.live.load.look()
    expect(await attempt()).toBe('server-busy')
    const id = crypto.randomUUID() as SubmissionId
    const acknowledged = await player.must('submission:create', { id, roundId, ...code })
    expect(acknowledged.id).toBe(id)
    await player.sees('me', ({ round }) => round!.problems[0]!.submissions[0]?.judgement?.verdict === 'AC')
    expect(await player.refusal('draft:save', { roundId, ...code })).toBeNull()
    await club.app.ops.look()
    await club.app.ops.look()
    const loop = club.app.ops.status(false).modules.find((module) => module.id === 'loop')!
    expect(loop).toMatchObject({ state: 'degraded', why: { code: 'loop-shedding', params: { ms: 300 } } })
  })

  it('sends the room fewer boards, and the newest one in the end', async () => {
    await club.player('Bo', player.board!.code)
    await club.player('Chen', player.board!.code)
    club.clock.jump(2_000)
    await player.sees('board', ({ joined }) => joined === 3)
    const { text } = await club.app.ops.metrics()
    expect(text).toMatch(/^outdo_shed_total\{what="board"\} [1-9]/m)
    expect(text).toMatch(/^outdo_shed_total\{what="try"\} 1$/m)
  })

  it('is itself again once it has caught up', async () => {
    delayMs = 0
    for (let look = 0; look < 6; look++) club.app.live.load.look()
    expect(club.app.live.load.shedding).toBe('nothing')
    expect(await attempt()).toBeNull()
    await club.app.ops.look()
    await club.app.ops.look()
    expect(club.app.ops.status(false).modules.find(({ id }) => id === 'loop')!.state).toBe('up')
  })
})
