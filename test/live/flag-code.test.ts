import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlayerId, ProblemId, SubmissionId } from '../../server/protocol/ids.ts'
import type { Language } from '../../server/protocol/judgement.ts'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import { openClub, type Club, type Person, type Prepared } from '../support/club.ts'
import { acceptedIn, functionPuzzles, wrongIn } from '../support/puzzles.ts'

const [first, second] = functionPuzzles.map(({ id }) => id) as [ProblemId, ProblemId]

describe('[R14] the code behind a flagged result', () => {
  let club: Club
  let host: Person
  let ours: Prepared
  let ada: Person
  let bo: Person
  let wanted: { roundId: Prepared['roundId']; playerId: PlayerId }

  beforeAll(async () => {
    club = await openClub()
    host = await club.host('Mira')
    ours = await host.prepare([[first, second]], { name: 'Friday' })
    ada = await club.player('Ada', ours.code)
    bo = await club.player('Bo', ours.code)
    wanted = { roundId: ours.roundId, playerId: ada.me!.playerId }
    await host.start(ours.roundId, ada, bo)
    club.clock.jump(2 * MINUTE_MS)
    await hand(ada, second, wrongIn(second), false)
    await host.must('round:pause', { roundId: ours.roundId })
    club.clock.jump(10 * MINUTE_MS)
    await host.must('round:resume', { roundId: ours.roundId })
    club.clock.jump(MINUTE_MS)
    await hand(ada, first, acceptedIn(first, 'javascript'), true, 'javascript')
    await hand(bo, first, '# bos_own_code\n', false)
  })
  afterAll(() => club.close())

  async function hand(
    who: Person,
    problemId: ProblemId,
    source: string,
    pasted: boolean,
    language: Language = 'python',
  ) {
    const id = crypto.randomUUID() as SubmissionId
    await who.must('submission:create', { id, roundId: ours.roundId, problemId, language, source, pasted })
    await who.sees('me', ({ round }) =>
      round!.problems.some(({ submissions }) => submissions.some((one) => one.id === id && one.judgement)),
    )
  }
  const trail = async () =>
    (await host.must('audit:list', {})).lines
      .filter(({ action }) => action === 'flag:read')
      .map(({ outcome, player }) => ({ outcome, player }))

  it('is read by nobody while the round is on, nor without a flag', async () => {
    expect(await host.refusal('flag:read', wanted)).toBe('round-state')
    await host.end(ours.roundId)
    expect(await host.refusal('flag:read', wanted)).toBe('entry-not-found')
  })

  it('is read by a host: when, in what, how it was judged, whether it came in one paste', async () => {
    const { store } = club.app
    const theirs = (await store.roundResults(wanted.roundId)).find(({ playerId }) => playerId === wanted.playerId)!
    const set = { flagged: true, flagState: 'open' } as const
    await store.commit({ expected: {}, changes: [{ do: 'patch', table: 'roundResults', id: theirs.id, set }] })

    const { submissions } = await host.must('flag:read', wanted)
    expect(submissions.map(({ atMs, ...one }) => ({ ...one, minutes: Math.floor(atMs / MINUTE_MS) }))).toEqual([
      {
        ...{ id: expect.any(String), problemId: second, language: 'python', verdict: 'WA', pasted: false, minutes: 2 },
        source: wrongIn(second),
      },
      {
        ...{
          id: expect.any(String),
          problemId: first,
          language: 'javascript',
          verdict: 'AC',
          pasted: true,
          minutes: 3,
        },
        source: acceptedIn(first, 'javascript'),
      },
    ])
    expect(JSON.stringify(submissions)).not.toContain('bos_own_code')
  })

  it('leaves a line, also of what was refused, and no code in it', async () => {
    expect(await trail()).toEqual([
      { outcome: 'ok', player: 'Ada' },
      { outcome: 'entry-not-found', player: 'Ada' },
      { outcome: 'round-state', player: 'Ada' },
    ])
  })

  it('is for hosts alone: not for the player, another one, a helper or the wall', async () => {
    await host.must('entry:make-helper', { entryId: bo.me!.entryId, helper: true })
    for (const person of [ada, bo, await club.stranger()])
      expect(await person.refusal('flag:read', wanted)).toBe('not-signed-in')
    expect(await trail()).toHaveLength(3)
  })

  it('stays out of every view', async () => {
    for (const person of [host, ada, bo]) {
      const seen = JSON.stringify([person.board, person.me, person.host, person.room])
      expect(seen).not.toContain(JSON.stringify(acceptedIn(first, 'javascript')).slice(1, -1))
    }
  })

  it('goes with the account', async () => {
    await ada.must('profile:delete', { confirm: 'delete' })
    expect(await host.refusal('flag:read', wanted)).toBe('entry-not-found')
    expect(club.errors()).toEqual([])
  })
})
