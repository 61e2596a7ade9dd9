import { displayed } from '../../improvement/display.ts'
import { entryOf } from '../../improvement/state.ts'
import type { profileCommands } from '../../protocol/commands/profile.ts'
import { refusal } from '../../protocol/refusals.ts'
import { ok, refused } from '../../protocol/result.ts'
import type { ProfileView } from '../../protocol/profile.ts'
import type { Context, HandlersOf } from '../handler.ts'
import { isSeasonSecret } from '../seasons/known.ts'
import { knownOf } from '../views/award-view.ts'
import { allResultsOf, wonBy } from '../views/result-view.ts'
import { ownSeries } from '../views/series-view.ts'
import { whereOf } from '../views/where.ts'
import type { PlayerId } from '../../protocol/ids.ts'

/** One's own page. */
export const profile: HandlersOf<typeof profileCommands> = {
  async 'profile:read'(context, actor) {
    const player = actor.player && (await context.store.player(actor.player.playerId))
    if (!player) return refused(refusal('not-joined'))
    const own = entryOf((await context.model.state()).players, player.id)
    const results = await allResultsOf(context, player.id)
    return ok({
      playerId: player.id,
      name: player.name,
      star: player.star,
      kept: player.accountName !== null,
      playerName: player.accountName,
      results,
      series: await ownSeries(context.store, player.id, results),
      awards: await publishedAwards(context, player.id),
      level: own ? displayed(own.level) : null,
      mark: own ? displayed(own.best) : null,
    })
  },

  async 'profile:delete'({ identity }, actor) {
    if (!actor.player) return refused(refusal('not-joined'))
    await identity.deletePlayer(actor.player.playerId)
    return ok({})
  },
}

/** A player's awards of tournaments and seasons that have published theirs, as far as the room knows of them [T6]. */
export async function publishedAwards(
  { store, clock }: Pick<Context, 'store' | 'clock'>,
  playerId: PlayerId,
): Promise<ProfileView['awards']> {
  const told: ProfileView['awards'] = []
  for (const award of await store.awardsOfPlayer(playerId)) {
    if (award.publishedAt === null) continue
    const { tournamentId, seasonId, publishedAt } = award
    const tournament = tournamentId && (await store.tournament(tournamentId))
    if (tournament && knownOf([award], tournament, clock.now()).length === 0) continue
    if (await isSeasonSecret(store, award)) continue
    const about = { tournamentId, seasonId, where: await whereOf(store, award), at: publishedAt }
    told.push(...wonBy(playerId, [award]).map((own) => ({ ...about, ...own })))
  }
  return told
}
