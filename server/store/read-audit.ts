import { and, desc, lt, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { TournamentId } from '../protocol/ids.ts'
import { audit } from './schema.ts'
import type { Store } from './store.ts'
import { arrival, given } from './tables.ts'

type Reads = Pick<Store, 'audit' | 'auditNames' | 'pruneAudit'>

/** The trail of what hosts and helpers did. */
export function prepareAudit(db: BetterSQLite3Database): Reads {
  const place = sql`(select at, rowid from ${audit} where id = ${given('before')})`
  const page = db
    .select()
    .from(audit)
    .where(
      and(
        sql`(${given('before')} is null or (at, rowid) < ${place})`,
        sql`(${given('who')} is null or who = ${given('who')})`,
        sql`(${given('tournamentId')} is null or tournament_id = ${given('tournamentId')})`,
        sql`at >= ${given('from')} and at < ${given('to')}`,
      ),
    )
    .orderBy(desc(audit.at), sql`${arrival} desc`)
    .limit(given('limit'))
    .prepare()
  const people = db
    .select({ who: audit.who })
    .from(audit)
    .where(sql`who <> ''`)
    .groupBy(audit.who)
    .orderBy(sql`who collate nocase`)
    .prepare()
  // SQLite takes the other columns of a group from the row that has its maximum.
  const tournaments = db
    .select({
      id: sql<TournamentId>`tournament_id`,
      name: sql<string>`coalesce(json_extract(params, '$.tournament'), '')`,
      at: sql<number>`max(at)`,
    })
    .from(audit)
    .where(sql`tournament_id is not null`)
    .groupBy(audit.tournamentId)
    .orderBy(sql`max(at) desc`)
    .prepare()

  return {
    audit: async ({ before = null, who = null, tournamentId = null, from = 0, to = Number.MAX_SAFE_INTEGER, limit }) =>
      page.all({ before, who, tournamentId, from, to, limit }),
    auditNames: async () => ({
      people: people.all().map(({ who }) => who),
      tournaments: tournaments.all().map(({ id, name }) => ({ id, name })),
    }),
    pruneAudit: async (before) => db.delete(audit).where(lt(audit.at, before)).run().changes,
  }
}
