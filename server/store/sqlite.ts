import type Database from 'better-sqlite3'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { PlayerId } from '../protocol/ids.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import { AUTH_TABLES } from './auth-schema.ts'
import { prepareCommit, sqliteCode } from './commit.ts'
import { connect } from './connection.ts'
import { erasePlayer } from './erase.ts'
import { bringUpToDate } from './migrate.ts'
import { prepareAudit } from './read-audit.ts'
import { prepareReadsOfBadges } from './read-badges.ts'
import { prepareReadsOfContributions } from './read-contributions.ts'
import { prepareReadsOfPeople } from './read-people.ts'
import { prepareReadsOfRejudgings } from './read-rejudgings.ts'
import { prepareReadsOfResults } from './read-results.ts'
import { prepareReadsOfRoom } from './read-room.ts'
import { prepareReadsOfRounds } from './read-rounds.ts'
import { prepareReadsOfSeries } from './read-series.ts'
import type { Decision, Store } from './store.ts'

/** Why a database cannot be opened: a sentence that says what to do. */
export type OpenProblem = {
  code: 'directory-missing' | 'not-writable' | 'not-a-database' | 'newer' | 'busy' | 'disk-full' | 'failed'
  message: string
}

/** The store on SQLite, and the way in for better-auth, whose tables it keeps. */
export type SqliteStore = Store & { adapter: ReturnType<typeof drizzleAdapter> }

export type OpenOptions = {
  /** A path whose directory exists, or `:memory:`. */
  file: string
  /** How long a write waits for another process (a second server, a copy being made) before it fails. */
  busyTimeoutMs?: number
}

/** Opens the database, makes or migrates it, and prepares its statements. */
export function openStore({ file, busyTimeoutMs = 2000 }: OpenOptions): Result<SqliteStore, OpenProblem> {
  if (file !== ':memory:') {
    const directory = dirname(resolve(file))
    if (!existsSync(directory))
      return refused(problem('directory-missing', `The data directory ${directory} is not there. Make it first.`))
    if (!statSync(directory).isDirectory())
      return refused(problem('directory-missing', `${directory} is not a directory. Name another data directory.`))
  }
  let sqlite: Database.Database | undefined
  try {
    sqlite = connect(file, busyTimeoutMs)
    const outcome = bringUpToDate(sqlite)
    if (outcome === 'done') return ok(storeOn(sqlite))
    sqlite.close()
    return refused(
      outcome === 'newer'
        ? problem('newer', `${file} was made by a newer release of Outdo. Start that release, or restore a backup.`)
        : problem('not-a-database', `${file} holds another program's data. Name another data directory.`),
    )
  } catch (error) {
    sqlite?.close()
    return refused(explain(file, error))
  }
}

/**
 * The log still has what was overwritten in the file. While a copy is being made it cannot be emptied, and nobody waits
 * for that: it is written over soon enough.
 */
function emptyLog(sqlite: Database.Database): void {
  const waitMs = Number(sqlite.pragma('busy_timeout', { simple: true }))
  sqlite.pragma('busy_timeout = 0')
  sqlite.pragma('wal_checkpoint(truncate)')
  sqlite.pragma(`busy_timeout = ${waitMs}`)
}

function storeOn(sqlite: Database.Database): SqliteStore {
  const db = drizzle(sqlite)
  const applyDecision = prepareCommit(sqlite)
  return {
    ...prepareReadsOfPeople(db),
    ...prepareReadsOfRounds(db, sqlite),
    ...prepareReadsOfResults(db),
    ...prepareReadsOfRejudgings(db),
    ...prepareReadsOfBadges(db),
    ...prepareReadsOfRoom(db),
    ...prepareReadsOfContributions(db),
    ...prepareAudit(db),
    ...prepareReadsOfSeries(db),
    commit: async (decision: Decision) => applyDecision(decision),
    erasePlayer: async (id: PlayerId) => {
      erasePlayer(db, id)
      emptyLog(sqlite)
    },
    close: async () => {
      sqlite.close()
    },
    adapter: drizzleAdapter(db, { provider: 'sqlite', schema: AUTH_TABLES }),
  }
}

const problem = (code: OpenProblem['code'], message: string): OpenProblem => ({ code, message })

function explain(file: string, error: unknown): OpenProblem {
  const code = sqliteCode(error) ?? ''
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM')
    return problem(
      'not-writable',
      `${file} cannot be written. Check who owns it and its directory, and their permissions.`,
    )
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT'))
    return problem('not-a-database', `${file} is damaged or not a database. Move it away and restore a backup.`)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return problem('busy', `${file} is in use by another program. Stop that one first.`)
  if (code === 'SQLITE_FULL') return problem('disk-full', `The disk that holds ${file} is full. Make room first.`)
  const reason = error instanceof Error ? error.message : String(error)
  return problem('failed', `${file} cannot be opened: ${reason}`)
}
