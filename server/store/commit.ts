import { eq, sql, type SQL } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { nameKey } from '../protocol/names.ts'
import { entries, rounds, tournaments } from './schema.ts'
import type { Change, Decision } from './store.ts'
import { TABLES } from './tables.ts'

/** One change of one row, with the table's type given up: which row belongs to which table is `Change`'s to say. */
type Row = Record<string, unknown>
type AnyTable = SQLiteTable & { id: SQLiteColumn }

/** Thrown inside the transaction to roll it back; never leaves this file. */
class Stale extends Error {}

const REVISIONED = { tournaments, rounds, entries } as const

/** Applies a decision in one transaction that takes the write lock at once. */
export function applyDecision(db: BetterSQLite3Database, decision: Decision): 'done' | 'stale' {
  try {
    db.transaction(
      (tx) => {
        // References are checked at the end, so that the order of the changes does not matter.
        tx.run(sql`pragma defer_foreign_keys = on`)
        checkRevisions(tx, decision.expected)
        for (const change of decision.changes) applyChange(tx, change)
      },
      { behavior: 'immediate' },
    )
    return 'done'
  } catch (error) {
    if (error instanceof Stale || isTaken(error)) return 'stale'
    throw error
  }
}

/** Compares the expected revisions with the stored ones. */
function checkRevisions(tx: BetterSQLite3Database, expected: Decision['expected']): void {
  for (const name of ['tournaments', 'rounds', 'entries'] as const)
    for (const [id, revision] of Object.entries(expected[name] ?? {}))
      if (storedRevision(tx, name, id) !== revision) throw new Stale()
}

/** The revision of a row as it stands; null where there is no such row, or its kind has none. */
function storedRevision(tx: BetterSQLite3Database, name: Change['table'], id: string): number | null {
  if (!isRevisioned(name)) return null
  const table: (typeof REVISIONED)[typeof name] = REVISIONED[name]
  const isIt: SQL = sql`${table.id} = ${id}`
  return tx.select({ revision: table.revision }).from(table).where(isIt).get()?.revision ?? null
}

const isRevisioned = (name: Change['table']): name is keyof typeof REVISIONED => Object.hasOwn(REVISIONED, name)

function applyChange(tx: BetterSQLite3Database, change: Change): void {
  const table: AnyTable = TABLES[change.table]
  switch (change.do) {
    case 'insert':
      tx.insert(table)
        .values(withKeys(change.table, change.row, isRevisioned(change.table) ? 0 : null))
        .run()
      return
    case 'put': {
      const row = withKeys(change.table, change.row, nextRevision(tx, change.table, change.row.id))
      tx.insert(table).values(row).onConflictDoUpdate({ target: table.id, set: row }).run()
      return
    }
    case 'patch': {
      const set = withKeys(change.table, change.set, nextRevision(tx, change.table, change.id))
      const isIt = eq(table.id, change.id)
      // A row that has gone meanwhile is as stale as a revision that has moved.
      if (Object.values(set).every((value) => value === undefined)) {
        if (!tx.select({ id: table.id }).from(table).where(isIt).get()) throw new Stale()
      } else if (tx.update(table).set(set).where(isIt).run().changes === 0) throw new Stale()
      return
    }
    case 'remove':
      tx.delete(table).where(eq(table.id, change.id)).run()
      return
    default:
      change satisfies never
  }
}

/** A changed row's revision is the stored one plus one, whatever the change says. */
function nextRevision(tx: BetterSQLite3Database, table: Change['table'], id: string): number | null {
  if (!isRevisioned(table)) return null
  const stored = storedRevision(tx, table, id)
  return stored === null ? 0 : stored + 1
}

/** Adds what names are compared by, and the revision where the row has one. */
function withKeys(table: Change['table'], given: Row, revision: number | null): Row {
  const row = revision === null ? given : { ...given, revision }
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
