import type { peopleCommands } from '../../protocol/commands/people.ts'
import type { PlayerId } from '../../protocol/ids.ts'
import { nameKey } from '../../protocol/names.ts'
import { refusal } from '../../protocol/refusals.ts'
import { ok, refused } from '../../protocol/result.ts'
import type { Award, Badge } from '../../store/records.ts'
import type { Change, Store } from '../../store/store.ts'
import type { Touched } from '../director.ts'
import type { HandlersOf } from '../handler.ts'
import { likeliest, searchParts } from '../people/alike.ts'
import { awardChanges, seasonAwardChanges } from '../people/award-changes.ts'
import { link, unlink } from '../people/link.ts'

const MOST_CANDIDATES = 20
const MOST_OTHER_NAMES = 3
/** So many of the last who were here with a name like it are compared. */
const MOST_LOOKED_AT = 500

/** The same person, once; and what follows for awards that were published. */
export const people: HandlersOf<typeof peopleCommands> = {
  async 'player:candidates'({ store }, _actor, { entryId, search }) {
    const entry = await store.entry(entryId)
    if (!entry) return refused(refusal('entry-not-found'))
    const wanted = search ?? entry.name
    const called = await store.playersCalled(searchParts(wanted), MOST_LOOKED_AT)
    const others = called.filter(({ player }) => player.id !== entry.playerId)
    return ok({
      candidates: likeliest(wanted, others)
        .slice(0, MOST_CANDIDATES)
        .map(({ player: { id, name, star }, names, tournaments, lastJoinedAt }) => ({
          ...{ playerId: id, name, star, tournaments, lastJoinedAt },
          otherNames: names.filter((other) => nameKey(other) !== nameKey(name)).slice(0, MOST_OTHER_NAMES),
        })),
    })
  },

  'player:link': (context, actor, { entryId, playerId }) =>
    context.director.decide(async () => {
      const entry = await context.store.entry(entryId)
      if (!entry) return refused(refusal('entry-not-found'))
      return link(context, entry.playerId, playerId, actor.host?.userId ?? '')
    }),
  'player:merge': (context, actor, { from, into }) =>
    context.director.decide(() => link(context, from, into, actor.host?.userId ?? '')),
  'player:unlink': (context, _actor, { playerId }) => context.director.decide(() => unlink(context, playerId)),

  async 'player:links'({ store }) {
    const links = await store.links()
    const everybody = await store.players(links.flatMap(({ id, into }) => [id, into]))
    const names = new Map(everybody.map(({ id, name }) => [id, name]))
    const nameOf = (id: PlayerId) => names.get(id) ?? ''
    return ok({
      links: links.map(({ id, into, at }) => ({ playerId: id, name: nameOf(id), into, intoName: nameOf(into), at })),
    })
  },

  async 'award:differences'({ store }, _actor, { tournamentId, seasonId }) {
    const season = seasonId && (await store.season(seasonId))
    if (season) return ok({ differences: await seasonAwardChanges(store, season) })
    if (!tournamentId) return refused(refusal('season-not-found'))
    if (!(await store.tournament(tournamentId))) return refused(refusal('tournament-not-found'))
    return ok({ differences: await awardChanges(store, tournamentId) })
  },

  // The award goes from the page, and the badge that tells of it says that it was taken back.
  'award:revoke': ({ store, director, clock }, _actor, { tournamentId, seasonId, awardId, playerId, reason }) =>
    director.decide(async () => {
      const awards = seasonId
        ? await store.awardsOfSeason(seasonId)
        : tournamentId && (await store.awardsOf(tournamentId))
      const award = awards ? awards.find(({ id }) => id === awardId) : undefined
      if (!award?.winners.some((winner) => winner.playerId === playerId)) return refused(refusal('award-not-found'))
      if (award.publishedAt === null) return refused(refusal('award-not-published'))
      const winners = award.winners.filter((winner) => winner.playerId !== playerId)
      const badges = (await store.badgesOfPlayer(playerId)).filter(
        (badge) => badge.revokedAt === null && tells(badge, award),
      )
      const set = { revokedAt: clock.now(), revokedReason: reason }
      return ok({
        expected: {},
        changes: [
          { do: 'patch', table: 'awards', id: award.id, set: { winners } },
          ...badges.map(({ id }): Change => ({ do: 'patch', table: 'badges', id, set })),
        ],
        reply: {},
        touched: await touchedBy(store, award),
      })
    }),
}

/** Whom an award's page is shown to: its tournament's room, and whoever reads the series. */
async function touchedBy(store: Store, { tournamentId, seasonId }: Award): Promise<Touched> {
  const within = tournamentId ? await store.tournament(tournamentId) : seasonId && (await store.season(seasonId))
  const series = within?.seriesId ? [within.seriesId] : []
  if (!tournamentId) return { series }
  return { tournaments: [tournamentId], entries: (await store.entriesOf(tournamentId)).map(({ id }) => id), series }
}

/** Whether a badge was given for this award; whose it is may have changed since. */
const tells = ({ source, roundId, achievementId }: Badge, award: Award): boolean =>
  source.startsWith(`award:${award.id}:`) ||
  (award.kind === 'first-of-level' && roundId === award.roundId && achievementId.startsWith('new-level-'))
