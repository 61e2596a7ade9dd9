import { desc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { ProblemId } from '../protocol/ids.ts'
import { contributions, rounds } from './schema.ts'
import type { Store } from './store.ts'
import { given } from './tables.ts'

type Reads = Pick<Store, 'contribution' | 'contributions' | 'roundsHolding'>

/** Puzzles on their way into the bank, and the rounds that hold a puzzle. */
export function prepareReadsOfContributions(db: BetterSQLite3Database): Reads {
  const contribution = db
    .select()
    .from(contributions)
    .where(eq(contributions.id, given('id')))
    .prepare()
  const { draft: _draft, ...outline } = getTableColumns(contributions)
  const outlines = db.select(outline).from(contributions).orderBy(desc(contributions.since), contributions.id).prepare()
  const ahead = sql<number>`sum(${rounds.status} in ('planned', 'countdown', 'running', 'paused'))`
  const holding = db
    .select({ id: sql<ProblemId>`problem.value`, ahead, all: sql<number>`count(*)` })
    .from(sql`${rounds}, json_each(${rounds.problemIds}) as problem`)
    .groupBy(sql`problem.value`)
    .prepare()
  return {
    contribution: async (id) => contribution.get({ id }) ?? null,
    contributions: async () => outlines.all(),
    roundsHolding: async () => new Map(holding.all().map(({ id, ahead, all }) => [id, { ahead, all }])),
  }
}
