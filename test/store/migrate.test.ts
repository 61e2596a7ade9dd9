import Database from 'better-sqlite3'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { passkey } from '@better-auth/passkey'
import { getAuthTables } from 'better-auth/db'
import { admin, anonymous, username } from 'better-auth/plugins'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AUTH_TABLES } from '../../server/store/auth-schema.ts'
import { connect } from '../../server/store/connection.ts'
import { bringUpToDate, removeOldCopies } from '../../server/store/migrate.ts'
import { TABLES } from '../../server/store/tables.ts'

let directory: string
let sqlite: Database.Database
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'outdo-migrate-'))
  sqlite = connect(join(directory, 'outdo.db'), 0)
})
afterEach(() => {
  sqlite.close()
  rmSync(directory, { recursive: true })
})

type Journal = { entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[] }

/** The migrations of a release that comes after this one and does `statement`. */
function laterRelease(statement: string): string {
  const folder = join(directory, 'later-migrations')
  cpSync(fileURLToPath(new URL('../../server/store/migrations', import.meta.url)), folder, { recursive: true })
  const journalFile = join(folder, 'meta', '_journal.json')
  const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as Journal
  const last = journal.entries.at(-1)!
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: 'later' })
  writeFileSync(journalFile, JSON.stringify(journal))
  writeFileSync(join(folder, 'later.sql'), statement)
  return folder
}

/** The migrations of an earlier release, which had so many. */
function earlierRelease(count: number): string {
  const folder = join(directory, 'earlier-migrations')
  cpSync(fileURLToPath(new URL('../../server/store/migrations', import.meta.url)), folder, { recursive: true })
  const journalFile = join(folder, 'meta', '_journal.json')
  const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as Journal
  writeFileSync(journalFile, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }))
  return folder
}

const copies = () => readdirSync(directory).filter((name) => name.includes('.before-'))
const greeting = (file: Database.Database) => file.prepare('select value from settings').pluck().get()

describe('migrations', () => {
  it('make the tables, columns and indexes of the schema', () => {
    expect(bringUpToDate(sqlite)).toBe('done')
    for (const table of [...Object.values(TABLES), ...Object.values(AUTH_TABLES)]) {
      const { name, columns, indexes } = getTableConfig(table)
      const made = sqlite.pragma(`table_info(${name})`) as { name: string; type: string; notnull: number }[]
      expect(made.map((column) => [column.name, column.type.toLowerCase(), column.notnull === 1])).toEqual(
        columns.map((column) => [column.name, column.getSQLType(), column.notNull]),
      )
      const madeIndexes = (sqlite.pragma(`index_list(${name})`) as { name: string }[]).map((index) => index.name)
      expect(madeIndexes).toEqual(expect.arrayContaining(indexes.map((index) => index.config.name)))
    }
    expect(copies()).toEqual([])
  })

  it('hold every field that better-auth asks for', () => {
    const wanted = getAuthTables({ plugins: [anonymous(), username(), admin(), passkey()] })
    for (const table of Object.values(AUTH_TABLES)) {
      const { name } = getTableConfig(table)
      const fields = Object.entries(wanted[name]!.fields).map(([key, field]) => field.fieldName ?? key)
      expect(Object.keys(table)).toEqual(expect.arrayContaining(fields))
    }
  })

  it('are applied once', () => {
    bringUpToDate(sqlite)
    expect(bringUpToDate(sqlite)).toBe('done')
    expect(copies()).toEqual([])
  })

  it('copy a database aside before they change it', () => {
    bringUpToDate(sqlite)
    sqlite.exec(`insert into settings values ('greeting', '"hello"')`)
    expect(bringUpToDate(sqlite, laterRelease(`update settings set value = '"goodbye"'`))).toBe('done')
    expect(greeting(sqlite)).toBe('"goodbye"')
    expect(copies()).toHaveLength(1)
    const copy = new Database(join(directory, copies()[0]!), { readonly: true })
    expect(greeting(copy)).toBe('"hello"')
    copy.close()
  })

  it('keep the awards of a release that knew no seasons', () => {
    bringUpToDate(sqlite, earlierRelease(5))
    sqlite.exec(`insert into tournaments (id, code, name, host_user_id, status, approve_names, joining_open, created_at,
      revision) values ('evening-1', 'KITE42', 'Evening', 'user-1', 'published', 1, 1, 1, 3)`)
    sqlite.exec(`insert into awards values ('evening-1:improved-tonight', 'evening-1', null, 'improved-tonight', 1, 0,
      '[]', 9)`)
    expect(bringUpToDate(sqlite)).toBe('done')
    expect(sqlite.prepare('select tournament_id, season_id, published_at from awards').all()).toEqual([
      { tournament_id: 'evening-1', season_id: null, published_at: 9 },
    ])
    expect(sqlite.prepare('select series_id, revision from tournaments').all()).toEqual([
      { series_id: null, revision: 3 },
    ])
  })

  it('keep in sight the awards of rounds that their winners could read before', () => {
    bringUpToDate(sqlite, earlierRelease(11))
    sqlite.exec(`insert into tournaments (id, code, name, host_user_id, status, approve_names, joining_open, created_at,
      revision) values ('evening-1', 'KITE42', 'Evening', 'user-1', 'open', 1, 1, 1, 3)`)
    sqlite.exec(`insert into rounds (id, tournament_id, position, name, status, limit_minutes, problem_ids, pauses,
      revision) values ('round-1', 'evening-1', 1, 'Round 1', 'published', 20, '[]', '[]', 2)`)
    const award = sqlite.prepare(`insert into awards (id, tournament_id, round_id, kind, headline, position, winners,
      published_at) values (?, 'evening-1', ?, 'best-round', 0, 0, '[]', ?)`)
    award.run('of the round', 'round-1', 7)
    award.run('not yet published', 'round-1', null)
    award.run('of the evening', null, 9)
    expect(bringUpToDate(sqlite)).toBe('done')
    expect(sqlite.prepare('select id, revealed_at from awards order by id').raw().all()).toEqual([
      ['not yet published', null],
      ['of the evening', null],
      ['of the round', 7],
    ])
  })

  it('keep the newest two copies, once the server has started', () => {
    for (const made of [900, 1000, 30, 2000]) writeFileSync(join(directory, `outdo.db.before-${made}`), '')
    for (const other of ['outdo.db.before-summer', 'other.db.before-10']) writeFileSync(join(directory, other), '')
    removeOldCopies(join(directory, 'outdo.db'))
    expect(copies().sort()).toEqual([
      'other.db.before-10',
      'outdo.db.before-1000',
      'outdo.db.before-2000',
      'outdo.db.before-summer',
    ])
  })

  it('leave the database as it was when one fails', () => {
    bringUpToDate(sqlite)
    sqlite.exec(`insert into settings values ('greeting', '"hello"')`)
    const broken = laterRelease('delete from settings;--> statement-breakpoint\ndrop table nothing_of_the_kind')
    expect(() => bringUpToDate(sqlite, broken)).toThrow()
    expect(greeting(sqlite)).toBe('"hello"')
    expect(bringUpToDate(sqlite)).toBe('done')
  })
})
