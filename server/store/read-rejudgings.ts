import { and, asc, desc, eq, getTableColumns, isNotNull, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Verdict } from '../protocol/judgement.ts'
import { rejudgements, rejudgings, submissions } from './schema.ts'
import type { Store } from './store.ts'
import { arrival, given } from './tables.ts'

type Reads = Pick<Store, 'rejudging' | 'rejudgingsOf' | 'rejudgingsUnderWay' | 'rejudgements' | 'verdictsBefore'>

/** What was judged again, and what is being. */
export function prepareReadsOfRejudgings(db: BetterSQLite3Database): Reads {
  const rejudging = db
    .select()
    .from(rejudgings)
    .where(eq(rejudgings.id, given('id')))
    .prepare()
  // Spelled out: in a select from one table drizzle leaves the table's name away, and `id` would be the inner one's.
  const done = sql<number>`(select count(*) from rejudgements one where one.rejudging_id = rejudgings.id and one.now is not null)`
  const rejudgingsOf = db
    .select({ ...getTableColumns(rejudgings), done })
    .from(rejudgings)
    .where(eq(rejudgings.tournamentId, given('id')))
    .orderBy(desc(rejudgings.askedAt), sql`${arrival} desc`)
    .prepare()
  const underWay = db
    .select()
    .from(rejudgings)
    .where(eq(rejudgings.status, 'judging'))
    .orderBy(asc(rejudgings.askedAt), arrival)
    .prepare()
  const inRejudging = db
    .select(getTableColumns(rejudgements))
    .from(rejudgements)
    .innerJoin(submissions, eq(submissions.id, rejudgements.submissionId))
    .where(eq(rejudgements.rejudgingId, given('id')))
    .orderBy(asc(submissions.receivedAt), sql`${submissions}.rowid`)
    .prepare()
  const verdictsBefore = db
    .select({ submissionId: submissions.id, was: sql<Verdict>`json_extract(${rejudgements.was}, '$.verdict')` })
    .from(submissions)
    .innerJoin(rejudgements, eq(rejudgements.submissionId, submissions.id))
    .innerJoin(rejudgings, eq(rejudgings.id, rejudgements.rejudgingId))
    .where(
      and(
        eq(submissions.entryId, given('entryId')),
        eq(submissions.roundId, given('roundId')),
        eq(rejudgings.status, 'taken'),
        isNotNull(rejudgements.was),
      ),
    )
    .orderBy(asc(rejudgings.closedAt), sql`${rejudgings}.rowid`)
    .prepare()
  return {
    rejudging: async (id) => rejudging.get({ id }) ?? null,
    rejudgingsOf: async (id) => rejudgingsOf.all({ id }),
    rejudgingsUnderWay: async () => underWay.all(),
    rejudgements: async (id) => inRejudging.all({ id }),
    verdictsBefore: async (roundId, entryId) => verdictsBefore.all({ roundId, entryId }),
  }
}
