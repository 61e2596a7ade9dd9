import { describe, expect, it } from 'vitest'
import { COMMANDS, type CommandName } from '../../server/protocol/commands.ts'
import { ROLES } from '../../server/protocol/round.ts'
import { MAY_GIVE, mayGive, rolesIn } from '../../server/tournament/permissions.ts'

const commands = Object.keys(COMMANDS) as CommandName[]
const HOSTING =
  /^(tournament:(list|create|update|words|clone|remove|announce|finish|publish)|round:(?!problems)|bank:|kit:|flag:|ceremony:|break:|entry:(approve|rename$|remove|readmit|give-time|make-helper)|helper:|mentor:match|badge:(award|issued|revoke)|player:|award:|judge:|preview:|walk-through:|series:(?!page)|season:|contribution:|rejudging:|rehearsal:(begin|end|judge))/

describe('[P1] who may give which command', () => {
  it('is said for every command', () => {
    expect(Object.keys(MAY_GIVE).sort()).toEqual(commands.toSorted())
  })
  const cases = commands.flatMap((command) => ROLES.map((role) => ({ command, role })))
  it.each(cases.filter(({ command }) => HOSTING.test(command)))('$command by a $role', ({ command, role }) => {
    expect(mayGive(command, [role])).toBe(role === 'host' || role === 'owner')
  })
  it.each([
    ...(['submission:create', 'problem:open', 'hint:take', 'draft:save', 'badge:list', 'badge:delete'] as const),
    ...(['question:ask', 'help:ask', 'help:cancel', 'mentor:offer', 'mentor:withdraw'] as const),
  ])('%s is for players', (command) => {
    expect(ROLES.filter((role) => mayGive(command, [role]))).toEqual(['player'])
  })
  it.each(['question:answer', 'question:close', 'help:take', 'help:release'] as const)(
    '%s is for hosts and helpers',
    (command) => {
      expect(ROLES.filter((role) => mayGive(command, [role]))).toEqual(['owner', 'host', 'helper'])
    },
  )
  it('audit:list is for the owner alone', () => {
    expect(ROLES.filter((role) => mayGive('audit:list', [role]))).toEqual(['owner'])
  })
  it('help:done is for a mentor, too, who is a player', () => {
    expect(ROLES.filter((role) => mayGive('help:done', [role]))).toEqual(['owner', 'host', 'helper', 'player'])
  })
  it.each(['tournament:watch', 'tournament:awards', 'series:page'] as const)('%s is for everybody', (command) => {
    expect(ROLES.every((role) => mayGive(command, [role]))).toBe(true)
  })
  it('[P3] is a helper in one tournament, as long as they are in it', () => {
    expect(rolesIn(['player'], { helper: true, removed: false })).toContain('helper')
    expect(rolesIn(['player'], { helper: true, removed: true })).not.toContain('helper')
    expect(rolesIn(['player'], { helper: false, removed: false })).toEqual(['player'])
    expect(rolesIn(['player'], null)).toEqual(['player'])
  })
  it('[P2] lets a host who plays do both', () => {
    expect(mayGive('submission:create', ['host', 'player'])).toBe(true)
    expect(mayGive('round:start', ['host', 'player'])).toBe(true)
  })
})
