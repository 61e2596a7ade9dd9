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
        const raises = checkRevisions(tx, decision.expected)
        for (const change of decision.changes) applyChange(tx, change)
        for (const raise of raises) raise()
      },
      { behavior: 'immediate' },
    )
    return 'done'
  } catch (error) {
    if (error instanceof Stale || isTaken(error)) return 'stale'
    throw error
  }
}

/** Compares the expected revisions; answers with what raises them once the changes are in. */
function checkRevisions(tx: BetterSQLite3Database, expected: Decision['expected']): (() => void)[] {
  const raises: (() => void)[] = []
  for (const name of ['tournaments', 'rounds', 'entries'] as const) {
    const table: (typeof REVISIONED)[typeof name] = REVISIONED[name]
    for (const [id, revision] of Object.entries(expected[name] ?? {})) {
      const isIt: SQL = sql`${table.id} = ${id}`
      const found = tx.select({ revision: table.revision }).from(table).where(isIt).get()
      if (!found || found.revision !== revision) throw new Stale()
      raises.push(() =>
        tx
          .update(table as AnyTable)
          .set({ revision: found.revision + 1 })
          .where(isIt)
          .run(),
      )
    }
  }
  return raises
}

function applyChange(tx: BetterSQLite3Database, change: Change): void {
  const table: AnyTable = TABLES[change.table]
  switch (change.do) {
    case 'insert':
      tx.insert(table).values(withKeys(change.table, change.row)).run()
      return
    case 'put': {
      const row = withKeys(change.table, change.row)
      tx.insert(table).values(row).onConflictDoUpdate({ target: table.id, set: row }).run()
      return
    }
    case 'patch': {
      const set = withKeys(change.table, change.set)
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

/** Adds what names are compared by. */
function withKeys(table: Change['table'], row: Row): Row {
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
