import { describe, expect, it } from 'vitest'
import { COMMANDS, type CommandName } from '../../server/protocol/commands.ts'
import { ROLES } from '../../server/protocol/round.ts'
import { MAY_GIVE, mayGive } from '../../server/tournament/permissions.ts'

const commands = Object.keys(COMMANDS) as CommandName[]
const HOSTING =
  /^(tournament:(list|create|update|finish|publish)|round:(?!problems)|bank:|flag:|ceremony:|entry:(approve|rename$|remove)|badge:(award|issued|revoke)|judge:)/

describe('[P1] who may give which command', () => {
  it('is said for every command', () => {
    expect(Object.keys(MAY_GIVE).sort()).toEqual(commands.toSorted())
  })
  const cases = commands.flatMap((command) => ROLES.map((role) => ({ command, role })))
  it.each(cases.filter(({ command }) => HOSTING.test(command)))('$command by a $role', ({ command, role }) => {
    expect(mayGive(command, [role])).toBe(role === 'host' || role === 'owner')
  })
  it.each(['submission:create', 'problem:open', 'hint:take', 'draft:save', 'badge:list', 'badge:delete'] as const)(
    '%s is for players',
    (command) => {
      expect(ROLES.filter((role) => mayGive(command, [role]))).toEqual(['player'])
    },
  )
  it.each(['tournament:watch', 'tournament:awards'] as const)('%s is for everybody', (command) => {
    expect(ROLES.every((role) => mayGive(command, [role]))).toBe(true)
  })
  it('[P2] lets a host who plays do both', () => {
    expect(mayGive('submission:create', ['host', 'player'])).toBe(true)
    expect(mayGive('round:start', ['host', 'player'])).toBe(true)
  })
})
