import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUp, restore } from '../../server/ops/backup.ts'
import { openStore, type SqliteStore } from '../../server/store/sqlite.ts'
import { runNode } from '../support/run-node.ts'
import {
  aBadge,
  aHostAchievement,
  aLink,
  accepted,
  aDraft,
  aHappening,
  aHint,
  anAuditLine,
  anAward,
  anEffect,
  anEvening,
  anOpening,
} from './rows.ts'
import { aResult, aSetting, aSnapshot, inserts, ROUND } from './rows.ts'

let home: string
let database: string
let target: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'outdo-backup-'))
  mkdirSync(join(home, 'data'))
  database = join(home, 'data', 'outdo.db')
  target = join(home, 'evening.db')
})
afterEach(() => rmSync(home, { recursive: true }))

function opened(file: string): SqliteStore {
  const answer = openStore({ file })
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.value
}

/** A row of every kind. */
const everything = () => [
  ...anEvening(),
  ...inserts({
    openings: [anOpening()],
    hintsTaken: [aHint()],
    drafts: [aDraft()],
    submissions: [accepted()],
    effects: [anEffect()],
    roundResults: [aResult()],
    modelSnapshots: [aSnapshot()],
    awards: [anAward()],
    happenings: [aHappening()],
    badges: [aBadge()],
    achievements: [aHostAchievement()],
    links: [aLink()],
    audit: [anAuditLine()],
    settings: [aSetting()],
  }),
]

/** Every row of every table, better-auth's and the migrations' too. */
function allRows(file: string): Record<string, unknown[]> {
  const sqlite = new Database(file, { readonly: true })
  const names = sqlite.prepare(`select name from sqlite_schema where type = 'table' order by name`).pluck().all()
  const rows = names.map((name) => [name, sqlite.prepare(`select rowid, * from "${String(name)}"`).all()] as const)
  sqlite.close()
  return Object.fromEntries(rows)
}

async function somethingKept(): Promise<SqliteStore> {
  const store = opened(database)
  await store.commit({ expected: {}, changes: everything() })
  const user = { name: 'Maria', email: 'a@hosts.outdo.invalid', emailVerified: false }
  await store.adapter({}).create({ model: 'user', data: { ...user, createdAt: new Date(), updatedAt: new Date() } })
  return store
}

describe('a backup', () => {
  it('restored into an empty directory has every row', async () => {
    const store = await somethingKept()
    expect(await backUp({ database, target })).toMatchObject({ ok: true, value: { file: target } })
    const before = allRows(database)
    await store.close()
    const directory = join(home, 'restored', 'data')
    expect(await restore({ backup: target, directory, databaseFile: 'outdo.db' })).toMatchObject({ ok: true })
    const file = join(directory, 'outdo.db')
    expect(allRows(file)).toEqual(before)
    expect(Object.values(before).filter((rows) => rows.length > 0)).toHaveLength(20)
    expect(readdirSync(directory)).toEqual(['outdo.db'])

    const again = opened(file)
    expect(await again.submissions(ROUND)).toEqual([accepted()])
    await again.close()
  })

  it('is one whole moment of a server that goes on writing', async () => {
    const script = fileURLToPath(new URL('./commit-then-wait.ts', import.meta.url))
    const server = spawn(process.execPath, [script, database], { stdio: ['ignore', 'pipe', 'inherit'] })
    const lines = createInterface({ input: server.stdout })
    let acknowledged = 0
    lines.on('line', () => (acknowledged += 1))
    while (acknowledged < 50) await once(lines, 'line')
    const atLeast = acknowledged
    expect(await backUp({ database, target })).toMatchObject({ ok: true })
    const before = acknowledged
    while (acknowledged < before + 5) await once(lines, 'line')
    server.kill('SIGKILL')
    await once(server, 'exit')

    const ids = allRows(target)['submissions']!.map((row) => (row as { id: string }).id)
    expect(ids).toEqual(ids.map((_, index) => `submission-${index + 1}`))
    expect(ids.length).toBeGreaterThanOrEqual(atLeast)
    expect(ids.length).toBeLessThan(acknowledged)
  })

  it('comes to an end although the server writes between any two of its steps', async () => {
    const store = opened(database)
    const weights = Array.from({ length: 24 }, (_, index) => aSetting({ id: `w-${index}`, value: 'x'.repeat(1e6) }))
    await store.commit({ expected: {}, changes: inserts({ settings: weights }) })
    let writes = 0
    let done = false
    const write = async () => {
      if (done || writes === 300) return
      writes += 1
      await store.commit({
        expected: {},
        changes: [{ do: 'put', table: 'settings', row: aSetting({ value: writes }) }],
      })
      setImmediate(write)
    }
    setImmediate(write)
    expect(await backUp({ database, target })).toMatchObject({ ok: true })
    done = true
    await store.close()
    expect(writes).toBeGreaterThan(1)
    expect(writes).toBeLessThan(300)
  })

  it('is for nobody else on the machine, and neither is what was restored from it', async () => {
    await (await somethingKept()).close()
    await backUp({ database, target })
    const directory = join(home, 'new')
    await restore({ backup: target, directory, databaseFile: 'outdo.db' })
    const modes = [target, directory, join(directory, 'outdo.db')].map((path) => statSync(path).mode & 0o777)
    expect(modes).toEqual([0o600, 0o700, 0o600])
  })

  it.runIf(process.getuid?.() === 0)('restored by root belongs to whom its directory belongs to', async () => {
    await (await somethingKept()).close()
    await backUp({ database, target })
    const directory = join(home, 'new')
    mkdirSync(directory)
    chownSync(directory, 4242, 4243)
    await restore({ backup: target, directory, databaseFile: 'outdo.db' })
    expect(statSync(join(directory, 'outdo.db'))).toMatchObject({ uid: 4242, gid: 4243 })
  })

  it('leaves nothing beside itself', async () => {
    await (await somethingKept()).close()
    await backUp({ database, target })
    expect(readdirSync(home).sort()).toEqual(['data', 'evening.db'])
  })

  const refusalOf = (answer: Awaited<ReturnType<typeof backUp>>) => {
    if (answer.ok) throw new Error('done')
    expect(answer.refusal.message).toMatch(/^[^\n]+\.$/)
    return answer.refusal.code
  }

  it('is refused in words where there is nothing to copy or nowhere to put it', async () => {
    expect(refusalOf(await backUp({ database, target }))).toBe('no-database')
    await (await somethingKept()).close()
    writeFileSync(target, 'keep me')
    expect(refusalOf(await backUp({ database, target }))).toBe('target-exists')
    expect(readFileSync(target, 'utf8')).toBe('keep me')
    expect(refusalOf(await backUp({ database, target: join(home, 'nowhere', 'x.db') }))).toBe('not-writable')
  })

  it('of a damaged database is refused, and leaves no file', async () => {
    await (await somethingKept()).close()
    const bytes = readFileSync(database)
    bytes.fill(0xff, 4096, 4096 * 12)
    writeFileSync(database, bytes)
    expect(refusalOf(await backUp({ database, target }))).toBe('damaged')
    expect(readdirSync(home)).toEqual(['data'])
  })

  describe('is not restored', () => {
    const into = (directory: string) => restore({ backup: target, directory, databaseFile: 'outdo.db' })
    beforeEach(async () => {
      await (await somethingKept()).close()
      await backUp({ database, target })
    })

    it('over what is there', async () => {
      const before = allRows(database)
      expect(refusalOf(await into(join(home, 'data')))).toBe('directory-not-empty')
      expect(allRows(database)).toEqual(before)
      expect(refusalOf(await into(target))).toBe('not-writable')
    })

    it('from a file that is no backup', async () => {
      writeFileSync(target, 'a holiday photo '.repeat(1000))
      expect(refusalOf(await into(join(home, 'new')))).toBe('damaged')
      rmSync(target)
      new Database(target).exec('create table recipes (name text)').close()
      expect(refusalOf(await into(join(home, 'new')))).toBe('damaged')
      rmSync(target)
      expect(refusalOf(await into(join(home, 'new')))).toBe('no-database')
      expect(existsSync(join(home, 'new', 'outdo.db'))).toBe(false)
    })
  })
})

describe('npm run backup, npm run restore', () => {
  const run = (directory: string, ...words: string[]) =>
    runNode(['server/cli/backup.ts', ...words], { env: { DATA_DIR: directory } })

  it('copy there and back', async () => {
    await (await somethingKept()).close()
    const before = allRows(database)
    expect(await run(join(home, 'data'), 'backup', target)).toMatchObject({ code: 0, err: '' })
    const answer = await run(join(home, 'new'), 'restore', target, '--json')
    expect(answer.code).toBe(0)
    expect(JSON.parse(answer.out)).toMatchObject({ file: join(home, 'new', 'outdo.db') })
    expect(allRows(join(home, 'new', 'outdo.db'))).toEqual(before)
    // Who looks after the hosts sees that there was a copy.
    expect(allRows(database)['audit']?.slice(1)).toMatchObject([{ action: 'house:backup', outcome: 'ok', who: '' }])
  })

  it('end with 2 and one line on bad use, with 1 on a damaged backup', async () => {
    const bad = [[], ['backup'], ['restore', 'a', 'b'], ['copy', 'x'], ['backup', '--help'], ['backup', target]]
    for (const answer of await Promise.all(bad.map((words) => run(join(home, 'data'), ...words)))) {
      expect(answer).toMatchObject({ code: 2, out: '' })
      expect(answer.err).toMatch(/^[^\n]+\n$/)
    }
    writeFileSync(target, 'a holiday photo '.repeat(1000))
    expect(await run(join(home, 'new'), 'restore', target)).toMatchObject({ code: 1, out: '' })
  })
})
