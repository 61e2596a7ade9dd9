import { z } from 'zod'
import type { IssuedBadge, OwnBadge } from '../badges.ts'
import { PlayerId, TournamentId } from '../ids.ts'
import { PublicWords } from '../words.ts'
import { nothing, RowId, tournamentOnly } from './shapes.ts'

export const badgeCommands = {
  'badge:list': nothing,
  'badge:unseen': nothing,
  'badge:seen': z.strictObject({ badgeIds: z.array(RowId).min(1).max(500) }),
  'badge:delete': z.strictObject({ badgeId: RowId }),
  'badge:issued': tournamentOnly,
  'badge:award': z.strictObject({
    tournamentId: TournamentId,
    playerIds: z.array(PlayerId).min(1).max(1000),
    name: PublicWords.max(40),
    /** What it is for, in one sentence; it stands on a public page, so it names nobody. */
    sentence: PublicWords.max(200),
  }),
  'badge:revoke': z.strictObject({ badgeId: RowId, reason: PublicWords.max(200) }),
}

export type BadgeReplies = {
  'badge:list': { badges: OwnBadge[] }
  'badge:unseen': { badges: OwnBadge[] }
  'badge:issued': { badges: IssuedBadge[] }
  'badge:award': { achievementId: string }
}
