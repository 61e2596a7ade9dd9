import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url))

/** Where a database stands against the migrations of this release. */
type Standing = { state: 'new' | 'current' | 'newer' | 'foreign' } | { state: 'behind'; appliedMillis: number }

/** drizzle's journal counts migrations by the time they were made. */
function standing(sqlite: Database.Database, migrationsFolder: string): Standing {
  const journal = sqlite.prepare(`select 1 from sqlite_schema where name = '__drizzle_migrations'`).get()
  if (!journal) return { state: sqlite.prepare('select 1 from sqlite_schema').get() ? 'foreign' : 'new' }
  const applied = sqlite.prepare('select max(created_at) as at from __drizzle_migrations').get() as {
    at: number | null
  }
  const known = readMigrationFiles({ migrationsFolder }).map((migration) => migration.folderMillis)
  const newest = Math.max(...known)
  if (applied.at === null) return { state: 'new' }
  if (applied.at > newest) return { state: 'newer' }
  return applied.at === newest ? { state: 'current' } : { state: 'behind', appliedMillis: applied.at }
}

/**
 * Brings a database up to this release. One that holds something is copied first, next to itself, as
 * `<file>.before-<the time its last migration was made>`. `newer`: made by a later release; `foreign`: another program's; both are left untouched.
 */
export function bringUpToDate(
  sqlite: Database.Database,
  migrationsFolder: string = MIGRATIONS,
): 'done' | 'newer' | 'foreign' {
  const where = standing(sqlite, migrationsFolder)
  if (where.state === 'newer' || where.state === 'foreign') return where.state
  if (where.state === 'current') return 'done'
  if (where.state === 'behind' && !sqlite.memory) copyAside(sqlite, `${sqlite.name}.before-${where.appliedMillis}`)

  // A migration that rebuilds a table drops the old one for a moment; references are checked afterwards instead.
  sqlite.pragma('foreign_keys = off')
  migrate(drizzle(sqlite), { migrationsFolder })
  sqlite.pragma('foreign_keys = on')
  const dangling = sqlite.pragma('foreign_key_check') as unknown[]
  if (dangling.length > 0)
    throw new Error(`after the migration ${dangling.length} rows refer to rows that are not there`)
  return 'done'
}

const COPIES_KEPT = 2

/** Copies from before earlier migrations go, but for the newest two: called once this release has started. */
export function removeOldCopies(file: string): void {
  const directory = dirname(file)
  const copies = readdirSync(directory).flatMap((name) => {
    const made = name.startsWith(`${basename(file)}.before-`) ? /\.before-(\d+)$/.exec(name)?.[1] : undefined
    return made === undefined ? [] : [{ name, made: Number(made) }]
  })
  for (const { name } of copies.sort((a, b) => b.made - a.made).slice(COPIES_KEPT)) rmSync(join(directory, name))
}

/** A consistent copy that is either whole and on disk or not there. */
function copyAside(sqlite: Database.Database, target: string): void {
  const partial = `${target}.partial`
  rmSync(partial, { force: true })
  sqlite.prepare('vacuum into ?').run(partial)
  const handle = openSync(partial, 'r+')
  fsyncSync(handle)
  closeSync(handle)
  renameSync(partial, target)
}
