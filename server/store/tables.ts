import { getTableColumns, sql } from 'drizzle-orm'
import * as schema from './schema.ts'
import type { TableName, Tables } from './records.ts'

/** The drizzle table of each kind of row. */
export const TABLES = {
  players: schema.players,
  series: schema.series,
  seasons: schema.seasons,
  tournaments: schema.tournaments,
  rounds: schema.rounds,
  entries: schema.entries,
  openings: schema.openings,
  hintsTaken: schema.hintsTaken,
  drafts: schema.drafts,
  submissions: schema.submissions,
  rejudgings: schema.rejudgings,
  rejudgements: schema.rejudgements,
  effects: schema.effects,
  roundResults: schema.roundResults,
  modelSnapshots: schema.modelSnapshots,
  awards: schema.awards,
  happenings: schema.happenings,
  practiceSolves: schema.practiceSolves,
  questions: schema.questions,
  helpCalls: schema.helpCalls,
  badges: schema.badges,
  achievements: schema.achievements,
  links: schema.links,
  contributions: schema.contributions,
  audit: schema.audit,
  settings: schema.settings,
} as const

const { accountNameKey: _accountNameKey, ...playerColumns } = getTableColumns(schema.players)
const { nameKey: _nameKey, ...entryColumns } = getTableColumns(schema.entries)

/** What a read selects: the columns of the row types, without the store's own. */
export const PLAYER = playerColumns
export const ENTRY = entryColumns

/** A value that a prepared statement is given when it runs. */
export const given = sql.placeholder
/** Rows of the same millisecond stay in the order in which they were written. */
export const arrival = sql`rowid`

/** A schema that has drifted from records.ts does not compile. */
type OwnColumns = 'accountNameKey' | 'nameKey'
type Drifted = {
  [T in TableName]: Omit<(typeof TABLES)[T]['$inferSelect'], OwnColumns> extends Tables[T]
    ? Tables[T] extends Omit<(typeof TABLES)[T]['$inferSelect'], OwnColumns>
      ? never
      : T
    : T
}[TableName]
type NothingDrifted = [Drifted] extends [never] ? true : Drifted
export const ROWS_MATCH_SCHEMA: NothingDrifted = true
