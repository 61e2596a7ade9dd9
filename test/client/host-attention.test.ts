import { describe, expect, it } from 'vitest'
import { attentionFor, sorted } from '../../client/components/host/attention.ts'
import type { HostRound, MonitorRow } from '../../server/protocol/views.ts'

const MINUTE = 60_000
const now = 100 * MINUTE
const problemId = 'leap-year' as HostRound['problemIds'][number]
/** Ten of twenty minutes are over. */
const round = {
  limitMinutes: 20,
  endsAt: now + 10 * MINUTE,
  problems: [{ id: problemId, name: 'Leap year', level: 1, minutes: 4, solvedBy: 0 }],
} as Partial<HostRound> as HostRound
const player = (given: Partial<MonitorRow>): MonitorRow =>
  ({
    entryId: 'entry-one' as MonitorRow['entryId'],
    playerId: 'player-one' as MonitorRow['playerId'],
    name: 'Ada',
    star: 'gold',
    nameApproved: true,
    connected: true,
    lastSeenAt: now,
    solved: 0,
    openProblem: problemId,
    openedAt: now - MINUTE,
    wrongInARow: 0,
    lastVerdict: null,
    lastSubmittedAt: now - MINUTE,
    ...given,
  }) as Partial<MonitorRow> as MonitorRow
const code = (given: Partial<MonitorRow>) => attentionFor(player(given), round, now)?.code ?? null

describe('who may want a visit', () => {
  it('nobody who is at work', () => expect(code({})).toBeNull())
  it('nobody who has solved everything, however quiet', () =>
    expect(code({ solved: 1, connected: false, lastSeenAt: 0, openProblem: null })).toBeNull())
  it('somebody whose last four did not fit', () => {
    expect(code({ wrongInARow: 3 })).toBeNull()
    expect(code({ wrongInARow: 4 })).toBe('wrong-in-a-row')
  })
  it('somebody on one puzzle for twice its time', () => {
    expect(code({ openedAt: now - 7 * MINUTE })).toBeNull()
    expect(code({ openedAt: now - 8 * MINUTE })).toBe('long-open')
  })
  it('somebody who has been away for two minutes', () => {
    expect(code({ connected: false, lastSeenAt: now - MINUTE })).toBeNull()
    expect(code({ connected: false, lastSeenAt: now - 2 * MINUTE })).toBe('gone')
  })
  it('somebody who has not begun, but not at the very start', () => {
    const idle = player({ openProblem: null, openedAt: null, lastSubmittedAt: null })
    expect(attentionFor(idle, round, now)?.code).toBe('not-begun')
    expect(attentionFor(idle, { ...round, endsAt: now + 18 * MINUTE }, now)).toBeNull()
  })
  it('somebody who has sent nothing for long and has nothing open', () =>
    expect(code({ openProblem: null, openedAt: null, lastSubmittedAt: now - 8 * MINUTE })).toBe('quiet'))
})

describe('the order on the monitor', () => {
  const watched = (name: string, given: Partial<MonitorRow>) => {
    const row = player({ name, ...given })
    return { row, attention: attentionFor(row, round, now) }
  }
  const rows = [
    watched('Cleo', { wrongInARow: 1 }),
    watched('Ada', { openedAt: now - 9 * MINUTE }),
    watched('Dan', { wrongInARow: 5 }),
    watched('Bo', { wrongInARow: 1 }),
  ]
  const names = (...[by, down]: [Parameters<typeof sorted>[1], boolean]) =>
    sorted(rows, by, down).map(({ row }) => row.name)

  it('brings those who may want a visit to the top, the others by name', () =>
    expect(names('attention', true)).toEqual(['Dan', 'Ada', 'Bo', 'Cleo']))
  it('keeps equals by name in either direction', () => {
    expect(names('wrong', true)).toEqual(['Dan', 'Bo', 'Cleo', 'Ada'])
    expect(names('wrong', false)).toEqual(['Ada', 'Bo', 'Cleo', 'Dan'])
  })
  it('sorts names both ways', () => {
    expect(names('name', false)).toEqual(['Ada', 'Bo', 'Cleo', 'Dan'])
    expect(names('name', true)).toEqual(['Dan', 'Cleo', 'Bo', 'Ada'])
  })
})
