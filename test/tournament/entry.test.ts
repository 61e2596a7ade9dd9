import { describe, expect, it } from 'vitest'
import { enter, takeName } from '../../server/tournament/entry.ts'
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
