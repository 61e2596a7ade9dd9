import { describe, expect, it } from 'vitest'
import { attentionFor, sorted } from '../../client/components/host/attention.ts'
import type { MonitorRow } from '../../server/protocol/host.ts'

const MINUTE = 60_000
const now = 100 * MINUTE
const problemId = 'leap-year' as NonNullable<MonitorRow['openProblem']>
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
    attention: null,
    ...given,
  }) as Partial<MonitorRow> as MonitorRow
const about = (given: Partial<MonitorRow>) => attentionFor(player(given), now)

describe('why somebody may want a visit: the server says that, the page says why', () => {
  it('nobody whom the server does not name, whatever their figures', () =>
    expect(about({ attention: null, wrongInARow: 9, openedAt: 0, connected: false, lastSeenAt: 0 })).toBeNull())
  it('somebody stuck: by tries in a row, else by the time on one puzzle', () => {
    expect(about({ attention: 'stuck', wrongInARow: 4 })).toMatchObject({ code: 'wrong-in-a-row', count: 4, problemId })
    expect(about({ attention: 'stuck', wrongInARow: 3, openedAt: now - 9 * MINUTE })).toMatchObject({
      ...{ code: 'long-open', count: 9, problemId },
    })
  })
  it('somebody away, for how long', () =>
    expect(about({ attention: 'away', lastSeenAt: now - 2 * MINUTE })).toMatchObject({ code: 'gone', count: 2 }))
  it('somebody quiet: since they sent or opened something, or from the start', () => {
    const idle = { attention: 'quiet', openProblem: null, openedAt: null, lastSubmittedAt: null } as const
    expect(about(idle)?.code).toBe('not-begun')
    expect(about({ ...idle, lastSubmittedAt: now - 8 * MINUTE })).toMatchObject({ code: 'quiet', count: 8 })
    expect(about({ attention: 'quiet', openedAt: now - 5 * MINUTE, lastSubmittedAt: null })?.count).toBe(5)
  })
})

describe('the order on the monitor', () => {
  const watched = (name: string, given: Partial<MonitorRow>) => {
    const row = player({ name, ...given })
    return { row, attention: attentionFor(row, now) }
  }
  const rows = [
    watched('Cleo', { wrongInARow: 1 }),
    watched('Ada', { attention: 'stuck', openedAt: now - 9 * MINUTE }),
    watched('Dan', { attention: 'stuck', wrongInARow: 5 }),
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
