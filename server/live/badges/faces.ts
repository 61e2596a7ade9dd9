import type { BadgeFace, IssuedBadge, OwnBadge } from '../../protocol/badges.ts'
import type { PlayerId, TournamentId } from '../../protocol/ids.ts'
import type { AwardSentence } from '../../protocol/sentences.ts'
import type { Badge } from '../../store/records.ts'
import type { Parts } from '../parts.ts'
import { stepsOf } from '../views/award-view.ts'
import { whereOf } from '../views/where.ts'

type Needs = Pick<Parts, 'store' | 'badges' | 'bank'>

const revokedOf = ({ revokedAt, revokedReason }: Badge): OwnBadge['revoked'] =>
  revokedAt === null ? null : { at: revokedAt, reason: revokedReason ?? '' }

async function faceOf({ badges }: Needs, { achievementId, issuedAt }: Badge): Promise<BadgeFace> {
  const achievement = await badges.achievement(achievementId)
  const { name = achievementId, description = '', criteria = '' } = achievement ?? {}
  return { achievementId, name, description, criteria, issuedAt }
}

/** One's own badges, newest first; those of a ceremony that is on come when it is over. */
export async function ownBadges(parts: Needs, playerId: PlayerId): Promise<OwnBadge[]> {
  const shown: OwnBadge[] = []
  for (const badge of (await parts.store.badgesOfPlayer(playerId)).toReversed()) {
    const tournament = badge.tournamentId ? await parts.store.tournament(badge.tournamentId) : null
    if (badge.roundId === null && badge.reason !== null && tournament && (await isBeingRevealed(parts, tournament.id)))
      continue
    const { id, tournamentId, roundId } = badge
    shown.push({
      ...(await faceOf(parts, badge)),
      ...{ id, tournamentId, roundId },
      where: await whereOf(parts.store, badge),
      reason: badge.reason as AwardSentence | null,
      revoked: revokedOf(badge),
    })
  }
  return shown
}

async function isBeingRevealed({ store }: Needs, tournamentId: TournamentId): Promise<boolean> {
  const ceremony = (await store.tournament(tournamentId))?.ceremony
  if (!ceremony || ceremony.roundId !== null) return false
  return ceremony.revealed < stepsOf(await store.awardsOf(tournamentId), null).length
}

/** A tournament's badges for its hosts, newest first. */
export async function issuedBadges(parts: Needs, tournamentId: TournamentId): Promise<IssuedBadge[]> {
  const names = new Map((await parts.store.entriesOf(tournamentId)).map(({ playerId, name }) => [playerId, name]))
  const issued = (await parts.store.badgesOfTournament(tournamentId)).toReversed()
  return Promise.all(
    issued.map(async (badge) => {
      const { achievementId, name, issuedAt } = await faceOf(parts, badge)
      const { id, playerId } = badge
      return {
        ...{ id, playerId, playerName: names.get(playerId) ?? '', achievementId, name, issuedAt },
        revoked: revokedOf(badge),
      }
    }),
  )
}
