import { asc, desc, eq, exists, getTableColumns, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { awards, happenings, modelSnapshots, roundResults, rounds } from './schema.ts'
import type { Store } from './store.ts'
import { arrival, given } from './tables.ts'

type Reads = Pick<
  Store,
  | 'roundResults'
  | 'resultsOfTournament'
  | 'resultsOfPlayer'
  | 'allResults'
  | 'latestModel'
  | 'modelAfter'
  | 'timeline'
  | 'awardsOf'
  | 'awardsOfSeason'
  | 'allAwards'
  | 'awardsOfPlayer'
  | 'happenings'
>

const { state: _state, ...snapshotWithoutState } = getTableColumns(modelSnapshots)

/** What the model made of it, awards, and the wall's events. */
export function prepareReadsOfResults(db: BetterSQLite3Database): Reads {
  // The one timeline: rounds in the order they ended, players by id.
  const resultsWhere = (where: ReturnType<typeof eq> | undefined) =>
    db
      .select({ result: roundResults })
      .from(roundResults)
      .innerJoin(rounds, eq(rounds.id, roundResults.roundId))
      .where(where)
      .orderBy(sql`${rounds.endedAt} is null`, asc(rounds.endedAt), asc(rounds.id), asc(roundResults.playerId))
      .prepare()
  const resultsOfRound = resultsWhere(eq(roundResults.roundId, given('id')))
  const resultsOfTournament = resultsWhere(eq(roundResults.tournamentId, given('id')))
  const resultsOfPlayer = resultsWhere(eq(roundResults.playerId, given('id')))
  const allResults = resultsWhere(undefined)

  const { position } = modelSnapshots
  const latestModel = db.select().from(modelSnapshots).orderBy(desc(position)).limit(1).prepare()
  const modelAfter = db
    .select()
    .from(modelSnapshots)
    .where(eq(modelSnapshots.id, given('id')))
    .prepare()
  const timeline = db.select(snapshotWithoutState).from(modelSnapshots).orderBy(asc(position)).prepare()

  const awardsOf = db
    .select()
    .from(awards)
    .where(eq(awards.tournamentId, given('id')))
    .orderBy(asc(awards.position), arrival)
    .prepare()
  const awardsOfSeason = db
    .select()
    .from(awards)
    .where(eq(awards.seasonId, given('id')))
    .orderBy(asc(awards.position), arrival)
    .prepare()
  const oldestFirst = [sql`${awards.publishedAt} is null`, asc(awards.publishedAt), asc(awards.position), arrival]
  const allAwards = db
    .select()
    .from(awards)
    .orderBy(...oldestFirst)
    .prepare()
  const isWinner = sql`json_extract(value, '$.playerId') = ${given('id')}`
  const awardsOfPlayer = db
    .select()
    .from(awards)
    .where(exists(sql`(select 1 from json_each(${awards.winners}) where ${isWinner})`))
    .orderBy(...oldestFirst)
    .prepare()

  const newestHappenings = db
    .select()
    .from(happenings)
    .where(eq(happenings.tournamentId, given('id')))
    .orderBy(desc(happenings.at), desc(arrival))
    .limit(given('limit'))
    .prepare()

  const resultsIn = (rows: ReturnType<typeof allResults.all>) => rows.map((row) => row.result)
  return {
    roundResults: async (id) => resultsIn(resultsOfRound.all({ id })),
    resultsOfTournament: async (id) => resultsIn(resultsOfTournament.all({ id })),
    resultsOfPlayer: async (id) => resultsIn(resultsOfPlayer.all({ id })),
    allResults: async () => resultsIn(allResults.all()),
    latestModel: async () => latestModel.get() ?? null,
    modelAfter: async (id) => modelAfter.get({ id }) ?? null,
    timeline: async () => timeline.all(),
    awardsOf: async (id) => awardsOf.all({ id }),
    awardsOfSeason: async (id) => awardsOfSeason.all({ id }),
    allAwards: async () => allAwards.all(),
    awardsOfPlayer: async (id) => awardsOfPlayer.all({ id }),
    happenings: async (id, limit) => newestHappenings.all({ id, limit }),
  }
}
