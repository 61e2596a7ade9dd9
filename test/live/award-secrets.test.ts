import { beforeEach, describe, expect, it } from 'vitest'
import { rateTournamentLater } from '../../server/live/rating/later.ts'
import { stepsOf } from '../../server/live/views/award-view.ts'
import type { CommandName } from '../../server/protocol/commands.ts'
import type { EntryId, RoundId } from '../../server/protocol/ids.ts'
import type { Award } from '../../server/store/records.ts'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import { MAY_GIVE } from '../../server/tournament/permissions.ts'
import type { Person } from '../support/club.ts'
import { acceptedIn } from '../support/puzzles.ts'
import { club, code, first, host, oneTournament, roundId, second, tournamentId } from './one-tournament.ts'

oneTournament()

/** Every command by which somebody who is no host could read of awards; the others change something or tell nothing. */
const READS = (seriesId: string): Partial<Record<CommandName, object>> => ({
  'tournament:watch': { tournamentId, as: 'player' },
  'tournament:awards': { tournamentId },
  'series:page': { seriesId },
  'round:problems': { roundId },
  'draft:list': { roundId },
  'practice:problems': {},
  'profile:read': {},
  'badge:list': {},
  'badge:unseen': {},
})
const TELL_NOTHING: readonly CommandName[] = [
  ...(['tournament:unwatch', 'problem:open', 'hint:take', 'draft:save', 'code:try', 'submission:create'] as const),
  ...([
    'practice:problem',
    'warm-up:problem',
    'profile:delete',
    'badge:seen',
    'badge:delete',
    'entry:rename-self',
  ] as const),
  ...(['question:ask', 'help:ask'] as const),
  ...(['help:cancel', 'help:done', 'help:take', 'help:release', 'mentor:offer', 'mentor:withdraw'] as const),
  ...(['question:answer', 'question:close', 'rehearsal:ping', 'rehearsal:visit', 'rehearsal:wall'] as const),
]
const PATHS = ['/api/session', '/api/awards', '/api/export/me.json', '/api/puzzle-names', '/api/status', '/metrics']

describe('[T6] before the room knows of an award', () => {
  let ada: Person
  let helper: Person
  let wall: Person
  let seriesId: string

  /** Everything that anybody but a host can read, and has been sent. */
  async function everyView(): Promise<string> {
    await club.app.live.idle()
    const read: unknown[] = []
    for (const [command, payload] of Object.entries(READS(seriesId)))
      for (const person of [ada, wall]) read.push(await person.send(command as CommandName, payload as never))
    for (const as of ['helper', 'host', 'projector'] as const)
      for (const person of [helper, wall]) read.push(await person.send('tournament:watch', { tournamentId, as }))
    for (const path of PATHS) for (const person of [ada, wall]) read.push(await (await person.request(path)).text())
    return [...read, ada.me, ada.board, helper.room, helper.me]
      .map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
      .join('\n')
  }
  /** By which words an award, or the badge that comes with it, is told wherever it is told. */
  const wordsOf = ({ kind, winners }: Award): string[] => [
    kind,
    ...winners.map(({ reason }) => (reason as { code: string }).code),
    ...(kind === 'first-of-level' ? ['new-level-'] : []),
  ]
  const told = async (awards: readonly Award[]) => {
    const seen = await everyView()
    return awards.filter((award) => wordsOf(award).some((word) => seen.includes(word))).map(({ kind }) => kind)
  }
  const steps = async (of: RoundId | null) => stepsOf(await club.app.store.awardsOf(tournamentId), of)
  const kinds = (awards: readonly Award[]) => awards.map(({ kind }) => kind)

  beforeEach(async () => {
    ;({ seriesId } = await host.must('series:create', { name: 'Club' }))
    await host.must('tournament:update', { tournamentId, seriesId: seriesId as never })
    ada = await club.player('Ada', code)
    helper = await club.player('Bo', code)
    wall = await club.stranger()
    await host.must('entry:make-helper', { entryId: helper.me!.entryId as EntryId, helper: true })
    await host.start(roundId, ada)
    for (const problemId of [first, second]) {
      club.clock.jump(MINUTE_MS)
      await ada.must('problem:open', { roundId, problemId })
      await ada.submit(problemId, acceptedIn(problemId, 'python'))
    }
    await host.end(roundId)
    await host.must('round:publish', { roundId })
    await club.app.live.idle()
  })

  it('knows every command that somebody who is no host may give', () => {
    const theirs = Object.entries(MAY_GIVE).flatMap(([command, roles]) =>
      roles.some((role) => role !== 'owner' && role !== 'host') ? [command] : [],
    )
    expect(theirs.sort()).toEqual([...Object.keys(READS('')), ...TELL_NOTHING].sort())
  })

  it('no view tells of it, in the order in which an evening reveals them', { timeout: 60_000 }, async () => {
    const ofRound = await steps(roundId)
    expect(ofRound.length).toBeGreaterThan(1)
    expect(ofRound.every(({ winners }) => winners.some(({ playerId }) => playerId === ada.me!.playerId))).toBe(true)
    expect(await told(ofRound)).toEqual([])
    const moments = async () => (await ada.must('profile:read', {})).results[0]!.awards.map(({ kind }) => kind)
    expect(await moments()).toEqual(['your-moment'])

    // One is revealed, then the host closes: that one is known from now on, the others are not.
    await host.must('ceremony:start', { tournamentId, roundId })
    expect(await told(ofRound)).toEqual([])
    await host.must('ceremony:reveal', { tournamentId })
    expect(await told(ofRound)).toEqual([ofRound[0]!.kind])
    expect(await moments()).toContain(ofRound[0]!.kind)
    await host.must('ceremony:close', { tournamentId })
    expect(await told(ofRound)).toEqual([ofRound[0]!.kind])

    await host.must('tournament:finish', { tournamentId })
    await club.app.live.idle()
    const ofEvening = await steps(null)
    expect(kinds(ofEvening)).toHaveLength(1)
    expect(ofEvening[0]!.headline).toBe(true)
    const headlines = async () => (await everyView()).match(/"headline": ?(true|\{)/g) ?? []
    expect(await headlines()).toEqual([])

    // Publishing tells what no ceremony has revealed, but for what the one that is on still has to.
    await host.must('ceremony:start', { tournamentId, roundId: null })
    await host.must('tournament:publish', { tournamentId })
    expect(await told(ofRound)).toEqual(kinds(ofRound))
    expect(await headlines()).toEqual([])
    expect((await wall.must('tournament:awards', { tournamentId })).headline).toBeNull()
    expect((await host.must('tournament:awards', { tournamentId })).headline).not.toBeNull()
    await host.must('ceremony:reveal', { tournamentId })
    expect((await headlines()).length).toBeGreaterThan(0)
    expect((await wall.must('tournament:awards', { tournamentId })).headline).not.toBeNull()
    await host.must('ceremony:close', { tournamentId })

    // Held once more, it takes nothing back from anybody.
    await host.must('ceremony:start', { tournamentId, roundId: null })
    expect((await headlines()).length).toBeGreaterThan(0)
  })

  it('a badge for it comes with it, and a week later in any case', async () => {
    const badges = async () => (await ada.must('badge:list', {})).badges.map(({ achievementId }) => achievementId)
    expect(await badges()).toEqual(['first-mark'])
    club.clock.jump(7 * 24 * 60 * MINUTE_MS)
    expect((await badges()).length).toBeGreaterThan(1)
    expect(await told(await steps(roundId))).toEqual(kinds(await steps(roundId)))
  })
})

describe('[T2] [T3] while the awards are being worked out', () => {
  it('they are neither published nor revealed, and hosts see that they wait', async () => {
    const ada = await club.player('Ada', code)
    await host.start(roundId, ada)
    await ada.submit(first, acceptedIn(first, 'python'))
    await host.end(roundId)
    await host.must('round:publish', { roundId })
    await host.must('tournament:finish', { tournamentId })
    await club.app.live.idle()
    // As when the server has not come to it yet.
    const due = rateTournamentLater({ id: tournamentId }, `due-${tournamentId}`, club.clock.now())
    await club.app.store.commit({ expected: {}, changes: [due] })
    await host.watch({ tournamentId, as: 'host' })
    expect(host.host!.awardsReady).toBe(false)
    expect(await host.refusal('tournament:publish', { tournamentId })).toBe('figures-due')
    expect(await host.refusal('ceremony:start', { tournamentId, roundId: null })).toBe('figures-due')
    await host.must('ceremony:start', { tournamentId, roundId })

    await club.app.live.takeUp()
    await club.app.live.idle()
    await host.sees('host', ({ awardsReady }) => awardsReady)
    await host.must('tournament:publish', { tournamentId })
  })
})
