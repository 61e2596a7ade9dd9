import { and, asc, count, eq, gte, isNotNull, lt, max, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { achievements, badges } from './schema.ts'
import type { Store } from './store.ts'
import { arrival, given } from './tables.ts'

type Reads = Pick<
  Store,
  | 'badge'
  | 'badgesOfPlayer'
  | 'badgesOfTournament'
  | 'badgeCounts'
  | 'givenBadges'
  | 'revokedPlaces'
  | 'nextStatusIndex'
  | 'achievement'
  | 'achievementsOf'
>

/** Badges, their places in the status lists, and what hosts made. */
export function prepareReadsOfBadges(db: BetterSQLite3Database): Reads {
  const badgesBy = (is: ReturnType<typeof and>) =>
    db.select().from(badges).where(is).orderBy(asc(badges.issuedAt), arrival).prepare()
  const badge = badgesBy(eq(badges.id, given('id')))
  const ofPlayer = badgesBy(and(eq(badges.playerId, given('id')), isNotNull(badges.jws)))
  const ofTournament = badgesBy(and(eq(badges.tournamentId, given('id')), isNotNull(badges.jws)))
  const counts = db
    .select({ issued: count(), revoked: count(badges.revokedAt) })
    .from(badges)
    .where(and(eq(badges.tournamentId, given('id')), isNotNull(badges.jws)))
    .prepare()
  // One list as JSON, so that any number of sources is one statement.
  const withSources = badgesBy(sql`${badges.source} in (select value from json_each(${given('sources')}))`)
  const { statusIndex } = badges
  const revoked = db
    .select({ statusIndex })
    .from(badges)
    .where(and(isNotNull(badges.revokedAt), gte(statusIndex, given('from')), lt(statusIndex, given('to'))))
    .orderBy(asc(statusIndex))
    .prepare()
  const highest = db
    .select({ highest: max(statusIndex) })
    .from(badges)
    .prepare()

  const achievementsBy = (is: ReturnType<typeof eq>) =>
    db.select().from(achievements).where(is).orderBy(asc(achievements.createdAt), arrival).prepare()
  const achievement = achievementsBy(eq(achievements.id, given('id')))
  const achievementsOf = achievementsBy(eq(achievements.tournamentId, given('id')))

  return {
    badge: async (id) => badge.get({ id }) ?? null,
    badgesOfPlayer: async (id) => ofPlayer.all({ id }),
    badgesOfTournament: async (id) => ofTournament.all({ id }),
    badgeCounts: async (id) => counts.get({ id }) ?? { issued: 0, revoked: 0 },
    givenBadges: async (sources) => withSources.all({ sources: JSON.stringify(sources) }),
    revokedPlaces: async (from, to) => revoked.all({ from, to }).map((row) => row.statusIndex),
    nextStatusIndex: async () => (highest.get()?.highest ?? -1) + 1,
    achievement: async (id) => achievement.get({ id }) ?? null,
    achievementsOf: async (id) => achievementsOf.all({ id }),
  }
}
