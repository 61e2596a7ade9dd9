import Database from 'better-sqlite3'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { ok, refused, type Result } from '../protocol/result.ts'

/** Why there is no copy: a sentence that says what to do. `damaged`: what was to be copied is not sound. */
export type CopyProblem = {
  code: 'no-database' | 'target-exists' | 'directory-not-empty' | 'not-writable' | 'disk-full' | 'damaged' | 'failed'
  message: string
}
export type Copied = { file: string; bytes: number }
type Outcome = Result<Copied, CopyProblem>

const problem = (code: CopyProblem['code'], message: string) => refused<CopyProblem>({ code, message })

/** Copies a database that may be in use into a new file, as it was at one moment; the file holds everything. */
export async function backUp({ database, target }: { database: string; target: string }): Promise<Outcome> {
  if (!existsSync(database))
    return problem('no-database', `${database} is not there. Name the data directory in DATA_DIR.`)
  if (existsSync(target)) return problem('target-exists', `${target} exists already. Name a new file.`)
  const directory = dirname(resolve(target))
  if (!existsSync(directory)) return problem('not-writable', `The directory ${directory} is not there. Make it first.`)
  return copyDatabase(database, target)
}

/** Puts a backup into a data directory that is empty or not there yet. */
export async function restore(from: { backup: string; directory: string; databaseFile: string }): Promise<Outcome> {
  const { backup, directory, databaseFile } = from
  if (!existsSync(backup)) return problem('no-database', `${backup} is not there. Name the backup's file.`)
  if (existsSync(directory) && !statSync(directory).isDirectory())
    return problem('not-writable', `${directory} is not a directory. Name another one in DATA_DIR.`)
  if (existsSync(directory) && readdirSync(directory).length > 0)
    return problem('directory-not-empty', `${directory} is not empty. Name a new directory in DATA_DIR.`)
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
  } catch {
    return problem('not-writable', `${directory} cannot be made. Check the permissions of the one it is to be in.`)
  }
  const copied = await copyDatabase(backup, join(directory, databaseFile))
  if (copied.ok) giveTo(directory, copied.value.file)
  return copied
}

/** Root puts it back for a server that runs as somebody else, to whom the directory belongs. */
function giveTo(directory: string, file: string): void {
  const { uid, gid } = statSync(directory)
  if (process.getuid?.() === 0) chownSync(file, uid, gid)
}

/** The copy is whole, checked and on disk under its name, or it is not there. */
async function copyDatabase(source: string, target: string): Promise<Outcome> {
  const partial = `${target}.partial`
  try {
    await copyPages(source, partial)
    const fault = settle(partial)
    if (fault) return problem('damaged', `${source} is not sound: ${fault}. Use an earlier backup.`)
    synchronise(partial)
    renameSync(partial, target)
    synchronise(dirname(resolve(target)))
    return ok({ file: target, bytes: statSync(target).size })
  } catch (error) {
    return explain(source, target, error)
  } finally {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${partial}${suffix}`, { force: true })
  }
}

async function copyPages(source: string, partial: string): Promise<void> {
  rmSync(partial, { force: true })
  // Like the data folder, it holds secrets: for nobody else on this machine.
  closeSync(openSync(partial, 'wx', 0o600))
  const from = new Database(source, { readonly: true, timeout: 5000 })
  try {
    // A read transaction over the whole copy: without it SQLite starts again whenever the server has written.
    from.exec('begin')
    from.prepare('select count(*) from sqlite_schema').get()
    await from.backup(partial, { progress: () => 1000 })
  } finally {
    from.close()
  }
}

/** Makes one file of it, readable from a read-only medium too, and checks it; answers with what is wrong with it. */
function settle(file: string): string | null {
  const copy = new Database(file)
  try {
    copy.pragma('journal_mode = delete')
    if (!copy.prepare(`select 1 from sqlite_schema where name = '__drizzle_migrations'`).get())
      return 'it holds no data of Outdo'
    const verdict = String(copy.pragma('integrity_check(1)', { simple: true }))
    return verdict === 'ok' ? null : verdict.replaceAll(/[*\s]+/g, ' ').trim()
  } finally {
    copy.close()
  }
}

function synchronise(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

function explain(source: string, target: string, error: unknown): Outcome {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = error instanceof Error ? error.message : String(error)
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return problem('damaged', `${source} is damaged or not a database.`)
  if (/^(SQLITE_FULL|ENOSPC)/.test(code)) return problem('disk-full', `No room for ${target}. Make room first.`)
  if (/^(SQLITE_CANTOPEN|SQLITE_READONLY|EACCES|EPERM|EROFS)/.test(code))
    return problem('not-writable', `${source} cannot be read or ${target} cannot be written. Check their permissions.`)
  return problem('failed', `${source} could not be copied to ${target}: ${reason}`)
}
