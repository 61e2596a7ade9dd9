import { describe, expect, it } from 'vitest'
import { messages } from './messages.ts'
import { MODULES, WHYS, whyText, type ModuleId } from '../../server/protocol/status.ts'
import { afterLook, findings, standingAtStart, worst, type Facts } from '../../server/ops/health.ts'

const MB = 1024 ** 2
const well: Facts = {
  database: { writeMs: 3 },
  judge: {
    workers: [
      { state: 'idle', since: 0, lastError: undefined },
      { state: 'busy', since: 0, lastError: undefined },
    ],
    ...{ queued: { submit: 0, try: 0, trial: 0 }, running: 1, oldestQueuedMs: 0, sinceVerdictMs: 30_000 },
  },
  connections: 12,
  loop: { delayMs: 1, worstMs: 4, shedding: 'nothing' },
  disk: { freeBytes: 5000 * MB, totalBytes: 9000 * MB },
  clockOffMs: 0,
}
const worker = (state: Facts['judge']['workers'][number]['state'], lastError?: string) => ({
  ...{ state, since: 0, lastError },
})
const judgeWith = (...workers: Facts['judge']['workers']) => ({ judge: { ...well.judge, workers } })
const queueOf = (oldestQueuedMs: number, sinceVerdictMs = 20_000) => ({
  judge: { ...well.judge, oldestQueuedMs, sinceVerdictMs },
})
const loopThatSheds = (shedding: Facts['loop']['shedding']) => ({ loop: { delayMs: 300, worstMs: 500, shedding } })
const disk = (freeMb: number) => ({ disk: { freeBytes: freeMb * MB, totalBytes: 9000 * MB } })

describe('what is meant by up, degraded and down', () => {
  it('is up where everything is as it should be', () => {
    expect(Object.values(findings(well, 1000)).map(({ state }) => state)).toEqual(MODULES.map(() => 'up'))
  })
  const cases: [string, Partial<Facts>, ModuleId, string, string][] = [
    ['held by another program', { database: { failed: 'SQLITE_BUSY' } }, 'database', 'down', 'database-locked'],
    ['no room', { database: { failed: 'SQLITE_FULL' } }, 'database', 'down', 'database-full'],
    ['read-only', { database: { failed: 'SQLITE_READONLY' } }, 'database', 'down', 'database-unwritable'],
    ['a write that fails', { database: { failed: 'SQLITE_IOERR_WRITE' } }, 'database', 'down', 'database-unwritable'],
    ['damaged', { database: { failed: 'SQLITE_CORRUPT' } }, 'database', 'down', 'database-damaged'],
    ['whatever else', { database: { failed: 'Error: no' } }, 'database', 'down', 'database-fails'],
    ['slow writes', { database: { writeMs: 250 } }, 'database', 'degraded', 'database-slow'],
    ['no worker', judgeWith(worker('down', 'x'), worker('starting', 'x')), 'judge', 'down', 'judge-down'],
    ['workers on their way', judgeWith(worker('starting'), worker('starting')), 'judge', 'degraded', 'judge-starting'],
    ['one worker missing', judgeWith(worker('down', 'x'), worker('idle')), 'judge', 'degraded', 'judge-short'],
    ['a slow queue', queueOf(5_000), 'queue', 'degraded', 'queue-slow'],
    ['a stuck queue', queueOf(60_000), 'queue', 'down', 'queue-stuck'],
    ['a long queue that is worked off', queueOf(60_000, 19_999), 'queue', 'down', 'queue-long'],
    ['boards held back', loopThatSheds('boards'), 'loop', 'degraded', 'loop-slow'],
    ['Try held back', loopThatSheds('tries'), 'loop', 'degraded', 'loop-shedding'],
    ['little room', disk(1023), 'disk', 'degraded', 'disk-low'],
    ['no room left', disk(127), 'disk', 'down', 'disk-out'],
    ['a disk that cannot be seen', { disk: null }, 'disk', 'degraded', 'disk-unknown'],
    ['a clock that was set', { clockOffMs: -3_600_000 }, 'clock', 'degraded', 'clock-jumped'],
  ]
  it.each(cases)('%s', (_name, change, module, state, code) => {
    const found = findings({ ...well, ...change }, 1000)
    expect(found[module]).toMatchObject({ state, why: { code } })
    expect(Object.values(found).filter((other) => other.state !== 'up')).toHaveLength(1)
    expect(whyText(found[module].why!)).not.toMatch(/\{\{|undefined/)
  })
  it('gives workers half a minute to start', () => {
    const starting = judgeWith(worker('starting'))
    expect(findings({ ...well, ...starting }, 29_999).judge.state).toBe('degraded')
    expect(findings({ ...well, ...starting }, 30_000).judge.state).toBe('down')
  })
  it('is as well as its worst part', () => {
    expect(worst(['up', 'degraded', 'up'])).toBe('degraded')
    expect(worst(['degraded', 'down', 'up'])).toBe('down')
    expect(worst([])).toBe('up')
  })
})

describe('one look after another', () => {
  const locked = findings({ ...well, database: { failed: 'SQLITE_BUSY' } }, 0)
  const slow = findings({ ...well, database: { writeMs: 900 } }, 0)
  const fine = findings(well, 0)

  it('believes worse when two looks in a row say so, better at once', () => {
    const first = afterLook(standingAtStart(1), locked, 10)
    expect(first.changes).toEqual([])
    expect(first.standing.database.state).toBe('up')
    const second = afterLook(first.standing, locked, 20)
    expect(second.changes).toEqual([
      { at: 20, module: 'database', from: 'up', to: 'down', why: { code: 'database-locked', params: {} } },
    ])
    const third = afterLook(second.standing, fine, 30)
    expect(third.changes).toMatchObject([{ at: 30, from: 'down', to: 'up', why: { code: 'database-locked' } }])
    expect(third.standing.database).toMatchObject({ state: 'up', since: 30, why: null })
  })
  it('forgets a suspicion that the next look does not share', () => {
    const once = afterLook(standingAtStart(1), locked, 10)
    const well = afterLook(once.standing, fine, 20)
    expect(afterLook(well.standing, locked, 30).changes).toEqual([])
  })
  it('does not take two looks at slowness for a failure', () => {
    const once = afterLook(standingAtStart(1), slow, 10)
    const worse = afterLook(once.standing, locked, 20)
    expect(worse.changes).toEqual([])
    expect(afterLook(worse.standing, locked, 30).changes).toMatchObject([{ from: 'up', to: 'down' }])
  })
  it('keeps since when, while the reason and the figures are new', () => {
    const down = afterLook(afterLook(standingAtStart(1), slow, 10).standing, slow, 20).standing
    const later = afterLook(down, findings({ ...well, database: { writeMs: 400 } }, 0), 30).standing
    expect(later.database).toMatchObject({ state: 'degraded', since: 20, figures: { writeMs: 400 } })
  })
})

describe('the words', () => {
  it.each(Object.keys(WHYS))('say why: %s', (code) => expect(messages[`status.why.${code}`]).toBeTruthy())
  it.each([...MODULES, 'server'])('name %s', (id) => expect(messages[`status.module.${id}`]).toBeTruthy())
})
