import type Database from 'better-sqlite3'
import { getTableColumns, getTableName, type Column } from 'drizzle-orm'
import { nameKey } from '../protocol/names.ts'
import type { TableName } from './records.ts'
import type { Change, Decision } from './store.ts'
import { TABLES } from './tables.ts'

/** One row, with the table's type given up: which row belongs to which table is `Change`'s to say. */
type Row = Record<string, unknown>

/** Thrown inside the transaction to roll it back; never leaves this file. */
class Stale extends Error {}

const REVISIONED = ['series', 'seasons', 'tournaments', 'rounds', 'entries', 'contributions', 'rejudgings'] as const

/**
 * Answers with what applies a decision in one transaction, which takes the write lock at once.
 * Statements are made once and kept: making them anew for each row takes longer than running them.
 */
export function prepareCommit(sqlite: Database.Database): (decision: Decision) => 'done' | 'stale' {
  const kept = new Map<string, Database.Statement>()
  const run = (text: string, values: unknown[]) => statement(text).run(values)
  function statement(text: string): Database.Statement {
    const made = kept.get(text) ?? sqlite.prepare(text)
    kept.set(text, made)
    return made
  }

  /** The revision of a row as it stands; null where there is no such row. */
  const storedRevision = (table: TableName, id: string) =>
    statement(`select revision from "${table}" where id = ?`).pluck().get(id) ?? null

  /** A changed row's revision is the stored one plus one, whatever the change says. */
  function raised(table: TableName, id: string, row: Row): Row {
    if (!isRevisioned(table)) return row
    const stored = storedRevision(table, id)
    return { ...row, revision: typeof stored === 'number' ? stored + 1 : 0 }
  }

  function apply(change: Change): void {
    const table = getTableName(TABLES[change.table])
    switch (change.do) {
      case 'insert': {
        const row = isRevisioned(change.table) ? { ...change.row, revision: 0 } : change.row
        const { names, values } = toColumns(change.table, row)
        run(`insert into "${table}" (${list(names)}) values (${names.map(() => '?').join()})`, values)
        return
      }
      case 'put': {
        const { names, values } = toColumns(change.table, raised(change.table, change.row.id, change.row))
        const replace = names.map((name) => `"${name}" = excluded."${name}"`).join()
        const insert = `insert into "${table}" (${list(names)}) values (${names.map(() => '?').join()})`
        run(`${insert} on conflict (id) do update set ${replace}`, values)
        return
      }
      case 'patch': {
        const { names, values } = toColumns(change.table, raised(change.table, change.id, change.set))
        const set = names.length > 0 ? names.map((name) => `"${name}" = ?`).join() : 'id = id'
        // A row that has gone meanwhile is as stale as a revision that has moved.
        if (run(`update "${table}" set ${set} where id = ?`, [...values, change.id]).changes === 0) throw new Stale()
        return
      }
      case 'remove':
        run(`delete from "${table}" where id = ?`, [change.id])
        return
      default:
        change satisfies never
    }
  }

  const transaction = sqlite.transaction(({ expected, changes }: Decision) => {
    for (const table of REVISIONED)
      for (const [id, revision] of Object.entries(expected[table] ?? {}))
        if (storedRevision(table, id) !== revision) throw new Stale()
    for (const change of changes) apply(change)
  })

  return (decision) => {
    try {
      transaction.immediate(decision)
      return 'done'
    } catch (error) {
      if (error instanceof Stale || isTaken(error)) return 'stale'
      throw error
    }
  }
}

const isRevisioned = (table: TableName): boolean => REVISIONED.some((name) => name === table)
const list = (names: string[]): string => names.map((name) => `"${name}"`).join()

const COLUMNS = new Map<TableName, Record<string, Column>>(
  (Object.keys(TABLES) as TableName[]).map((table) => [table, getTableColumns(TABLES[table])]),
)

/** A row's columns as the schema names them, and their values as SQLite takes them; without what is undefined or no column. */
function toColumns(table: TableName, row: Row): { names: string[]; values: unknown[] } {
  const columns = COLUMNS.get(table)!
  const present = Object.entries(withKeys(table, row)).filter(
    ([field, value]) => field in columns && value !== undefined,
  )
  return {
    names: present.map(([field]) => columns[field]!.name),
    values: present.map(([field, value]) => (value === null ? null : columns[field]!.mapToDriverValue(value))),
  }
}

/** Adds what names are compared by. */
function withKeys(table: TableName, row: Row): Row {
  if (table === 'entries' && typeof row['name'] === 'string') return { ...row, nameKey: nameKey(row['name']) }
  if (table === 'players' && row['accountName'] !== undefined) {
    const name = row['accountName']
    return { ...row, accountNameKey: typeof name === 'string' ? nameKey(name) : null }
  }
  return row
}

/** An id or another unique value exists already. */
function isTaken(error: unknown): boolean {
  const code = sqliteCode(error)
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
}

/** SQLite's code of an error, also where drizzle has wrapped it. */
export function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('code' in error && typeof error.code === 'string') return error.code
  return sqliteCode(error.cause)
}
