import { AUDIT_ACTIONS, type AuditAction } from '../../protocol/audit.ts'
import type { CommandName } from '../../protocol/commands.ts'
import type {
  ContributionId,
  EntryId,
  PlayerId,
  RejudgingId,
  RoundId,
  SeasonId,
  TournamentId,
} from '../../protocol/ids.ts'

/** Commands of hosts and helpers that leave no line: they only look, rehearse, or work on a draft of their own. */
export const LEAVES_NONE: readonly CommandName[] = [
  'tournament:watch',
  'tournament:unwatch',
  'tournament:awards',
  'tournament:list',
  'series:list',
  'series:read',
  'series:page',
  'season:read',
  'tournament:words',
  'round:problems',
  'warm-up:problem',
  'code:try',
  'kit:list',
  'bank:list',
  'bank:preview',
  'bank:suggest',
  'badge:issued',
  'player:candidates',
  'player:links',
  'award:differences',
  'rejudging:read',
  'rejudging:awards',
  'audit:list',
  'preview:submit',
  'rehearsal:begin',
  'rehearsal:end',
  'rehearsal:judge',
  'rehearsal:ping',
  'rehearsal:visit',
  'rehearsal:wall',
  'contribution:list',
  'contribution:read',
  'contribution:save',
  'contribution:preview',
  'contribution:fill',
  'contribution:judge',
]

const actions: readonly string[] = AUDIT_ACTIONS
const isAction = (name: string): name is AuditAction => actions.includes(name)

/** What an action's sentence tells, of what a command carries: ids and numbers, never words that somebody wrote. */
export type Told = Partial<{
  tournamentId: TournamentId
  seasonId: SeasonId
  roundId: RoundId
  entryId: EntryId
  playerId: PlayerId
  into: PlayerId
  questionId: string
  callId: string
  badgeId: string
  contributionId: ContributionId
  problemId: string
  rejudgingId: RejudgingId
  playerIds: string[]
  minutes: number
  inMinutes: number
  factor: number
  position: number
  helper: boolean
  text: string | null
}>

/** The action that a command is; null where nothing is kept of it. */
export function actionOf(
  command: CommandName,
  { inMinutes, helper, text, entryId, seasonId }: Told,
): AuditAction | null {
  if (command === 'round:start' && inMinutes) return 'round:start-later'
  if (command === 'entry:make-helper' && helper === false) return 'entry:unmake-helper'
  if (command === 'tournament:announce' && text === null) return 'tournament:unannounce'
  if (command === 'award:revoke' && seasonId !== undefined) return 'award:revoke-season'
  if (command === 'entry:approve' && entryId === undefined) return 'entry:approve-all'
  return isAction(command) ? command : null
}

/** The number that the action's sentence counts; null where there is none. */
export function countOf(action: AuditAction, told: Told): number | null {
  switch (action) {
    case 'round:start-later':
      return told.inMinutes ?? null
    case 'round:extend':
    case 'break:start':
      return told.minutes ?? null
    case 'entry:give-time':
      return told.factor === undefined ? null : Math.round((told.factor - 1) * 100)
    case 'round:move':
      return told.position ?? null
    case 'badge:award':
      return told.playerIds?.length ?? null
    default:
      return null
  }
}
