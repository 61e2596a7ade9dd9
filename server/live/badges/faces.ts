import type { BadgeFace, IssuedBadge, OwnBadge } from '../../protocol/badges.ts'
import type { PlayerId, TournamentId } from '../../protocol/ids.ts'
import type { AwardSentence } from '../../protocol/sentences.ts'
import type { Badge } from '../../store/records.ts'
import type { Parts } from '../parts.ts'
import { isSeasonSecret } from '../seasons/known.ts'
import { knownOf } from '../views/award-view.ts'
import { whereOf } from '../views/where.ts'

type Needs = Pick<Parts, 'store' | 'badges' | 'bank'>
type NeedsNow = Needs & Pick<Parts, 'clock'>

const revokedOf = ({ revokedAt, revokedReason }: Badge): OwnBadge['revoked'] =>
  revokedAt === null ? null : { at: revokedAt, reason: revokedReason ?? '' }

async function faceOf({ badges }: Needs, { achievementId, issuedAt }: Badge): Promise<BadgeFace> {
  const achievement = await badges.achievement(achievementId)
  const { name = achievementId, description = '', criteria = '' } = achievement ?? {}
  return { achievementId, name, description, criteria, issuedAt }
}

/** One's own badges, newest first; one for an award comes when the room knows of the award [T6]. */
export async function ownBadges(parts: NeedsNow, playerId: PlayerId): Promise<OwnBadge[]> {
  return shown(parts, await parts.store.badgesOfPlayer(playerId))
}

/** [K1] Those of them that are new to their owner; one that was taken back meanwhile is no news. */
export async function unseenBadges(parts: NeedsNow, playerId: PlayerId): Promise<OwnBadge[]> {
  const all = await parts.store.badgesOfPlayer(playerId)
  return shown(
    parts,
    all.filter(({ seenAt, revokedAt }) => seenAt === null && revokedAt === null),
  )
}

async function shown(parts: NeedsNow, badges: readonly Badge[]): Promise<OwnBadge[]> {
  const own: OwnBadge[] = []
  for (const badge of badges.toReversed()) {
    if (await isSecret(parts, badge)) continue
    const { id, tournamentId, roundId, reason, seenAt } = badge
    own.push({
      ...(await faceOf(parts, badge)),
      ...{ id, tournamentId, roundId },
      where: await whereOf(parts.store, badge),
      reason: reason as AwardSentence | null,
      revoked: revokedOf(badge),
      seen: seenAt !== null,
    })
  }
  return own
}

async function isSecret(
  { store, clock }: NeedsNow,
  { tournamentId, roundId, seasonId, achievementId, reason }: Badge,
): Promise<boolean> {
  if (seasonId) {
    const award = (await store.awardsOfSeason(seasonId)).find(({ kind }) => kind === achievementId)
    return award !== undefined && isSeasonSecret(store, award)
  }
  const tournament = tournamentId && reason !== null ? await store.tournament(tournamentId) : null
  if (!tournament) return false
  const kind = (reason as AwardSentence).code === 'award-first-of-level' ? 'first-of-level' : achievementId
  const given = (await store.awardsOf(tournament.id)).filter((one) => one.roundId === roundId && one.kind === kind)
  return knownOf(given, tournament, clock.now()).length < given.length
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
