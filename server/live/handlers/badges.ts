import { createHash } from 'node:crypto'
import type { Done } from '../../protocol/commands.ts'
import type { badgeCommands } from '../../protocol/commands/badges.ts'
import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { Badge } from '../../store/records.ts'
import type { Change } from '../../store/store.ts'
import { issuedBadges, ownBadges, unseenBadges } from '../badges/faces.ts'
import { signBadgesLater } from '../badges/later.ts'
import type { Context, HandlersOf } from '../handler.ts'

/** One's own badges, and what hosts do with theirs. */
export const badges: HandlersOf<typeof badgeCommands> = {
  async 'badge:list'(context, actor) {
    if (!actor.player) return refused(refusal('not-joined'))
    return ok({ badges: await ownBadges(context, actor.player.playerId) })
  },

  async 'badge:unseen'(context, actor) {
    if (!actor.player) return refused(refusal('not-joined'))
    return ok({ badges: await unseenBadges(context, actor.player.playerId) })
  },

  'badge:seen': ({ store, director, clock }, actor, { badgeIds }) =>
    director.decide<Done>(async () => {
      if (!actor.player) return refused(refusal('not-joined'))
      const { playerId } = actor.player
      const wanted = new Set(badgeIds)
      const own = (await store.badgesOfPlayer(playerId)).filter(({ id, seenAt }) => wanted.has(id) && seenAt === null)
      const set = { seenAt: clock.now() }
      const changes = own.map(({ id }): Change => ({ do: 'patch', table: 'badges', id, set }))
      return ok({ expected: {}, changes, reply: {}, touched: { badgesOf: [playerId] } })
    }),

  // The row stays, so that the same badge is not given again; page and files are gone.
  'badge:delete': (context, actor, { badgeId }) =>
    changeBadge(context, badgeId, (badge) => (badge.playerId === actor.player?.playerId ? { jws: null } : null)),

  async 'badge:issued'(context, _actor, { tournamentId }) {
    if (!(await context.store.tournament(tournamentId))) return refused(refusal('tournament-not-found'))
    return ok({ badges: await issuedBadges(context, tournamentId) })
  },

  async 'badge:award'({ store, director, clock, newId }, actor, { tournamentId, playerIds, name, sentence }) {
    return director.decide(async () => {
      if (!(await store.tournament(tournamentId))) return refused(refusal('tournament-not-found'))
      const entries = await store.entriesOf(tournamentId)
      const here = new Set(entries.filter(({ removed }) => !removed).map(({ playerId }) => playerId))
      if (!playerIds.every((id) => here.has(id))) return refused(refusal('entry-not-found'))
      // The same words make the same badge, so a double tap gives it once.
      const words = JSON.stringify([tournamentId, name, sentence])
      const id = createHash('sha256').update(words).digest('base64url').slice(0, 22)
      const now = clock.now()
      const made: Change = {
        do: 'insert',
        table: 'achievements',
        row: { id, tournamentId, name, sentence, hostUserId: actor.host?.userId ?? '', createdAt: now },
      }
      return ok({
        expected: {},
        changes: [
          ...((await store.achievement(id)) ? [] : [made]),
          signBadgesLater({ tournamentId, achievementId: id, playerIds }, newId(), now),
        ],
        reply: { achievementId: id },
      })
    })
  },

  'badge:revoke': (context, _actor, { badgeId, reason }) =>
    changeBadge(context, badgeId, (badge) =>
      badge.revokedAt === null ? { revokedAt: context.clock.now(), revokedReason: reason } : {},
    ),
}

/** Changes a badge that is still there; `rule` answers null where it is not the actor's to change. */
async function changeBadge(
  { store, director }: Context,
  badgeId: string,
  rule: (badge: Badge) => Partial<Badge> | null,
): Promise<Result<Done, Refusal>> {
  return director.decide<Done>(async () => {
    const badge = await store.badge(badgeId)
    const set = badge?.jws ? rule(badge) : null
    if (!badge || !set) return refused(refusal('badge-not-found'))
    const touched = { tournaments: badge.tournamentId ? [badge.tournamentId] : [], badgesOf: [badge.playerId] }
    return ok({ expected: {}, changes: [{ do: 'patch', table: 'badges', id: badge.id, set }], reply: {}, touched })
  })
}
