import type { CommandName } from '../protocol/commands.ts'
import type { Role } from '../protocol/round.ts'

const anybody = ['owner', 'host', 'helper', 'player', 'spectator'] as const satisfies readonly Role[]
const players = ['player'] as const satisfies readonly Role[]
const hosts = ['owner', 'host'] as const satisfies readonly Role[]
const owner = ['owner'] as const satisfies readonly Role[]
const staff = ['owner', 'host', 'helper'] as const satisfies readonly Role[]

/** [P1] Who may give which command. */
export const MAY_GIVE: Record<CommandName, readonly Role[]> = {
  'tournament:watch': anybody,
  'tournament:unwatch': anybody,
  'tournament:awards': anybody,
  'series:page': anybody,

  'round:problems': anybody,
  'problem:open': players,
  'hint:take': players,
  'draft:save': players,
  'draft:list': players,
  'code:try': ['owner', 'host', 'player'],
  'submission:create': players,
  'practice:problems': players,
  'practice:problem': players,
  'warm-up:problem': anybody,
  'profile:read': players,
  'profile:delete': players,
  'badge:list': players,
  'badge:unseen': players,
  'badge:seen': players,
  'badge:delete': players,
  'entry:rename-self': players,

  'question:ask': players,
  'help:ask': players,
  'help:cancel': players,
  'mentor:offer': players,
  'mentor:withdraw': players,
  'question:answer': staff,
  'question:close': staff,
  'help:take': staff,
  'help:release': staff,
  'help:done': [...staff, 'player'],

  'tournament:list': hosts,
  'tournament:create': hosts,
  'tournament:update': hosts,
  'tournament:words': hosts,
  'tournament:clone': hosts,
  'tournament:remove': hosts,
  'series:list': hosts,
  'series:read': hosts,
  'series:create': hosts,
  'series:update': hosts,
  'series:remove': hosts,
  'season:read': hosts,
  'season:create': hosts,
  'season:update': hosts,
  'season:remove': hosts,
  'season:publish': hosts,
  'round:add': hosts,
  'round:update': hosts,
  'round:remove': hosts,
  'round:move': hosts,
  'kit:list': hosts,
  'bank:list': hosts,
  'bank:preview': hosts,
  'bank:suggest': hosts,
  'preview:submit': hosts,

  'rehearsal:begin': hosts,
  'rehearsal:end': hosts,
  'rehearsal:judge': hosts,
  'rehearsal:ping': anybody,
  'rehearsal:visit': anybody,
  'rehearsal:wall': anybody,

  'round:start': hosts,
  'round:call-off': hosts,
  'round:pause': hosts,
  'round:resume': hosts,
  'round:extend': hosts,
  'round:take-back-time': hosts,
  'round:stop': hosts,
  'tournament:announce': hosts,
  'break:start': hosts,
  'break:end': hosts,
  'entry:give-time': hosts,
  'entry:make-helper': hosts,
  'helper:invite': hosts,
  'helper:uninvite': hosts,
  'mentor:match': hosts,
  'walk-through:show': hosts,
  'walk-through:close': hosts,
  'flag:read': hosts,
  'flag:clear': hosts,
  'flag:strike': hosts,
  'round:publish': hosts,
  'rejudging:begin': hosts,
  'rejudging:read': hosts,
  'rejudging:awards': hosts,
  'rejudging:take': hosts,
  'rejudging:leave': hosts,
  'rejudging:put-back': hosts,
  'tournament:finish': hosts,
  'tournament:publish': hosts,
  'ceremony:start': hosts,
  'ceremony:reveal': hosts,
  'ceremony:close': hosts,
  'entry:approve': hosts,
  'entry:rename': hosts,
  'entry:remove': hosts,
  'entry:readmit': hosts,

  'badge:issued': hosts,
  'badge:award': hosts,
  'badge:revoke': hosts,

  'player:candidates': hosts,
  'player:link': hosts,
  'player:merge': hosts,
  'player:unlink': hosts,
  'player:links': hosts,
  'award:differences': hosts,
  'award:revoke': hosts,

  'contribution:list': hosts,
  'contribution:read': hosts,
  'contribution:save': hosts,
  'contribution:preview': hosts,
  'contribution:fill': hosts,
  'contribution:judge': hosts,
  'contribution:copy': hosts,
  'contribution:mend': hosts,
  'contribution:remove': hosts,
  'contribution:submit': hosts,
  'contribution:withdraw': hosts,
  'contribution:land': hosts,
  'contribution:return': hosts,
  'contribution:take-back': hosts,

  'judge:restart': hosts,
  'audit:list': owner,
}

/** [P2] Whether somebody who is all of `roles` may give the command. */
export function mayGive(command: CommandName, roles: readonly Role[]): boolean {
  return MAY_GIVE[command].some((role) => roles.includes(role))
}

/**
 * [P3] Who somebody is in one tournament. Being a helper is a matter of that tournament alone, so a command that helpers
 * may give is decided once its tournament is known.
 */
export function rolesIn(roles: readonly Role[], entry: { helper: boolean; removed: boolean } | null): Role[] {
  return entry?.helper && !entry.removed ? [...roles, 'helper'] : [...roles]
}
