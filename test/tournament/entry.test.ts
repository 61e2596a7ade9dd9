import { describe, expect, it } from 'vitest'
import { timeFactorIn, timeFactorsOf } from '../../server/tournament/clock.ts'
import { enter, giveTime, invitedBy, makeHelper, readmit, takeName } from '../../server/tournament/entry.ts'
import { allowed, refusalOf } from './builders.ts'

const door = { status: 'open' as const, joiningOpen: true, approveNames: false }
const ada = { id: 'e-1', name: 'Ada', removed: false }

describe('coming in', () => {
  it('[E1] lets people in while tournament and door are open', () => {
    expect(allowed(enter(door, null))).toBe('new')
    expect(refusalOf(enter({ ...door, joiningOpen: false }, null))).toBe('joining-closed')
    expect(refusalOf(enter({ ...door, status: 'ended' }, null))).toBe('tournament-over')
  })
  it('[E1] lets who has joined back in at any time', () => {
    expect(allowed(enter({ ...door, joiningOpen: false }, ada))).toBe('back')
    expect(allowed(enter({ ...door, status: 'published' }, ada))).toBe('back')
  })
  it('[E4] keeps out who was removed', () => {
    expect(refusalOf(enter(door, { ...ada, removed: true }))).toBe('removed-from-tournament')
  })
})

describe('[E4] a host lets somebody back in', () => {
  const gone = { ...ada, removed: true }
  it('as they were', () => {
    expect(allowed(readmit(gone, [gone]))).toEqual(ada)
  })
  it('but not while somebody else has their name, who is here already, or whose name is gone', () => {
    expect(refusalOf(readmit(gone, [gone, { ...ada, id: 'e-2' }]))).toBe('name-taken')
    expect(refusalOf(readmit(ada, [ada]))).toBe('entry-not-found')
    expect(refusalOf(readmit({ ...gone, name: '' }, [gone]))).toBe('entry-not-found')
  })
})

describe('what hosts give', () => {
  const own = { ...ada, timeFactor: 1, helper: false }
  it('[E5] is time, to one who is here', () => {
    expect(allowed(giveTime(own, 1.5)).timeFactor).toBe(1.5)
    expect(refusalOf(giveTime({ ...own, removed: true }, 1.5))).toBe('entry-not-found')
  })
  it('[E5] leaves a round that has ended as it was played', () => {
    const timeFactors = timeFactorsOf([
      { id: 'e-1', timeFactor: 1.5 },
      { id: 'e-2', timeFactor: 1 },
    ])
    expect(timeFactors).toEqual({ 'e-1': 1.5 })
    expect(timeFactorIn({ timeFactors }, { id: 'e-1', timeFactor: 3 })).toBe(1.5)
    expect(timeFactorIn({ timeFactors }, { id: 'e-2', timeFactor: 3 })).toBe(1)
    expect(timeFactorIn({ timeFactors: null }, { id: 'e-2', timeFactor: 3 })).toBe(3)
  })
  it('[E6] is the part of a helper, and takes it back', () => {
    expect(allowed(makeHelper(own, true)).helper).toBe(true)
    expect(allowed(makeHelper({ ...own, helper: true }, false)).helper).toBe(false)
    expect(refusalOf(makeHelper({ ...own, removed: true }, true))).toBe('entry-not-found')
  })
  it('[E6] is an invitation that holds until the next one', () => {
    expect(allowed(invitedBy(undefined, null))).toBe(false)
    expect(allowed(invitedBy('key-2', 'key-2'))).toBe(true)
    expect(refusalOf(invitedBy('key-1', 'key-2'))).toBe('invitation-outdated')
    expect(refusalOf(invitedBy('key-1', null))).toBe('invitation-outdated')
  })
})

describe('names', () => {
  it.each(['Ada', 'ada', '  ADA ', 'Ａｄａ'])('[E2] knows that %s is taken', (name) => {
    expect(refusalOf(takeName(name, [ada], null, door))).toBe('name-taken')
  })
  it('[E2] compares accents however they are encoded', () => {
    const noe = { ...ada, name: 'Noe\u0301' }
    expect(refusalOf(takeName('No\u00e9', [noe], null, door))).toBe('name-taken')
  })
  it('[E2] lets people keep their own name, and take that of who was removed', () => {
    expect(allowed(takeName('ADA', [ada], 'e-1', door)).name).toBe('ADA')
    expect(refusalOf(takeName('Ada', [{ ...ada, removed: true }], null, door))).toBeNull()
  })
  it('[E2] tidies spaces and refuses nothing at all', () => {
    expect(allowed(takeName('  Grace   Hopper ', [], null, door)).name).toBe('Grace Hopper')
    expect(refusalOf(takeName('   ', [], null, door))).toBe('name-unusable')
  })
  it('[E3] waits for a host where hosts approve names', () => {
    expect(allowed(takeName('Bo', [], null, { approveNames: true })).nameApproved).toBe(false)
    expect(allowed(takeName('Bo', [], null, { approveNames: false })).nameApproved).toBe(true)
  })
})
