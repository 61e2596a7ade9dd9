import { asc, desc, eq } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { seasons, series, tournaments } from './schema.ts'
import type { Store } from './store.ts'
import { arrival, given } from './tables.ts'

type Reads = Pick<Store, 'series' | 'allSeries' | 'tournamentsIn' | 'season' | 'seasonsOf'>

/** Series, what belongs to them, and their seasons. */
export function prepareReadsOfSeries(db: BetterSQLite3Database): Reads {
  const one = db
    .select()
    .from(series)
    .where(eq(series.id, given('id')))
    .prepare()
  const all = db.select().from(series).orderBy(asc(series.name), arrival).prepare()
  const tournamentsIn = db
    .select()
    .from(tournaments)
    .where(eq(tournaments.seriesId, given('id')))
    .orderBy(asc(tournaments.createdAt), arrival)
    .prepare()
  const season = db
    .select()
    .from(seasons)
    .where(eq(seasons.id, given('id')))
    .prepare()
  const seasonsOf = db
    .select()
    .from(seasons)
    .where(eq(seasons.seriesId, given('id')))
    .orderBy(desc(seasons.firstDay), desc(seasons.lastDay), desc(arrival))
    .prepare()
  return {
    series: async (id) => one.get({ id }) ?? null,
    allSeries: async () => all.all(),
    tournamentsIn: async (id) => tournamentsIn.all({ id }),
    season: async (id) => season.get({ id }) ?? null,
    seasonsOf: async (id) => seasonsOf.all({ id }),
  }
}
