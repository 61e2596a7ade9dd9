import type { TournamentId } from './ids.ts'
import type { RefusalCode } from './refusals.ts'

/**
 * What hosts and helpers do that is kept for the owner: commands by their name, what goes over HTTP and the command line
 * by a name of the same kind. Each has words in client/messages (`audit.<action>`).
 */
export const AUDIT_ACTIONS = [
  'question:answer',
  'question:close',
  'help:take',
  'help:release',
  'help:done',
  'tournament:create',
  'tournament:update',
  'tournament:clone',
  'tournament:remove',
  'series:create',
  'series:update',
  'series:remove',
  'season:create',
  'season:update',
  'season:remove',
  'season:publish',
  'round:add',
  'round:update',
  'round:remove',
  'round:move',
  'round:start',
  'round:start-later',
  'round:call-off',
  'round:pause',
  'round:resume',
  'round:extend',
  'round:take-back-time',
  'round:stop',
  'round:publish',
  'tournament:announce',
  'tournament:unannounce',
  'break:start',
  'break:end',
  'entry:give-time',
  'entry:make-helper',
  'entry:unmake-helper',
  'entry:approve',
  'entry:approve-all',
  'entry:rename',
  'entry:remove',
  'entry:readmit',
  'helper:invite',
  'helper:uninvite',
  'helper:join',
  'mentor:match',
  'flag:read',
  'flag:clear',
  'flag:strike',
  'rejudging:begin',
  'rejudging:take',
  'rejudging:leave',
  'rejudging:put-back',
  'tournament:finish',
  'tournament:publish',
  'ceremony:start',
  'ceremony:reveal',
  'ceremony:close',
  'walk-through:show',
  'walk-through:close',
  'badge:award',
  'badge:revoke',
  'player:link',
  'player:merge',
  'player:unlink',
  'award:revoke',
  'award:revoke-season',
  'contribution:copy',
  'contribution:mend',
  'contribution:remove',
  'contribution:submit',
  'contribution:withdraw',
  'contribution:land',
  'contribution:return',
  'contribution:take-back',
  'judge:restart',
  'host:claim',
  'host:sign-in',
  'host:sign-out',
  'host:sign-out-everywhere',
  'host:invite',
  'host:join',
  'host:sign-in-passkey',
  'host:password',
  'host:remove',
  'host:end-sessions',
  'passkey:add',
  'passkey:remove',
  'house:backup',
  'house:host-password',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** Null: nobody who is known, such as whoever tried to sign in, or the machine's command line. */
export type AuditRole = 'owner' | 'host' | 'helper'
/** How many lines a page of the audit trail has. */
export const AUDIT_PAGE = 50

/** One thing that somebody did, or tried to do. */
export type AuditLine = {
  id: string
  /** Epoch milliseconds. */
  at: number
  /** The name at that time; empty: nobody who is known, or somebody who has deleted their account. */
  who: string
  role: AuditRole | null
  action: AuditAction
  outcome: 'ok' | RefusalCode
  tournamentId: TournamentId | null
  /** Names as they were at that time, and numbers. */
  tournament: string
  round: string
  puzzle: string
  /** Another host, by name. */
  host: string
  /** Whom it was about, by the name of now; empty where they are gone. */
  player: string
  /** Minutes, a factor, how many: what the action's sentence counts. */
  count: number | null
}

/** Newest first. `more`: there are older ones, from the last line's id on. */
export type AuditPage = {
  lines: AuditLine[]
  more: boolean
  people: string[]
  tournaments: { id: TournamentId; name: string }[]
}
