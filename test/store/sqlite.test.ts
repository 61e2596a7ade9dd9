import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../../server/store/connection.ts'
import { backUp } from '../../server/ops/backup.ts'
import { openStore, type SqliteStore } from '../../server/store/sqlite.ts'
import type { Change } from '../../server/store/store.ts'
import { storeContract } from './contract.ts'
import { accepted, aDraft, ANNA, anEvening, inserts, ROUND } from './rows.ts'

/** SQLite's number for `synchronous = full`. */
const FULL = 2

const newDirectory = () => mkdtempSync(join(tmpdir(), 'outdo-store-'))

function opened(file: string): SqliteStore {
  const answer = openStore({ file })
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.value
}

storeContract('SQLite in a file', async () => {
  const directory = newDirectory()
  return {
    open: async () => opened(join(directory, 'outdo.db')),
    remove: async () => rmSync(directory, { recursive: true }),
  }
})

describe('the SQLite store', () => {
  let directory: string
  let file: string
  beforeEach(() => {
    directory = newDirectory()
    file = join(directory, 'outdo.db')
  })
  afterEach(() => rmSync(directory, { recursive: true }))

  it('keeps no byte of what somebody had written once they are gone, nor does a backup made afterwards', async () => {
    const store = opened(file)
    const written = '# said nowhere else\n'.repeat(500)
    const began = [aDraft({ source: written }), aDraft({ source: written.slice(0, 9000) })]
    await store.commit({ expected: {}, changes: anEvening() })
    for (const row of began) await store.commit({ expected: {}, changes: [{ do: 'put', table: 'drafts', row }] })
    await store.commit({ expected: {}, changes: inserts({ submissions: [accepted({ source: written })] }) })
    await store.erasePlayer(ANNA)
    const target = join(directory, 'backup.db')
    expect(await backUp({ database: file, target })).toMatchObject({ ok: true })
    const left = readdirSync(directory).filter((name) => readFileSync(join(directory, name)).includes('said nowhere'))
    expect(left).toEqual([])
    await store.close()
  })

  it('has on disk what it answered, when its process is killed', async () => {
    const script = fileURLToPath(new URL('./commit-then-wait.ts', import.meta.url))
    const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
    const acknowledged: string[] = []
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged.push(line)
      if (acknowledged.length === 25) child.kill('SIGKILL')
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    expect(child.signalCode).toBe('SIGKILL')
    const store = opened(file)
    const kept = (await store.submissions(ROUND)).map((submission) => submission.id as string)
    await store.close()
    expect(kept).toEqual(expect.arrayContaining(acknowledged))
    // At most the one commit whose answer did not get out any more.
    expect(kept.length - acknowledged.length).toBeLessThanOrEqual(1)
  })

  it('writes ahead, waits for the disk, and checks references', () => {
    const sqlite = connect(file, 0)
    const set = (pragma: string) => sqlite.pragma(pragma, { simple: true })
    expect([set('journal_mode'), set('synchronous'), set('foreign_keys')]).toEqual(['wal', FULL, 1])
    sqlite.close()
  })

  it('works in memory', async () => {
    const store = opened(':memory:')
    expect(await store.commit({ expected: {}, changes: anEvening() })).toBe('done')
    await store.close()
  })

  it('two servers on one file: the slower one is stale', async () => {
    const [one, two] = [opened(file), opened(file)]
    await one.commit({ expected: {}, changes: anEvening() })
    const rename: Change = { do: 'patch', table: 'rounds', id: ROUND, set: { name: 'Renamed' } }
    const decide = (store: SqliteStore) => store.commit({ expected: { rounds: { [ROUND]: 0 } }, changes: [rename] })
    expect([await decide(one), await decide(two)]).toEqual(['done', 'stale'])
    await one.close()
    await two.close()
  })

  describe('says in one sentence why it cannot open', () => {
    const refusalOf = (path: string) => {
      const answer = openStore({ file: path, busyTimeoutMs: 0 })
      if (answer.ok) throw new Error('opened')
      expect(answer.refusal.message).toMatch(/^[^\n]+\.$/)
      return answer.refusal.code
    }
    /** Root may write anything; as nobody the test sees what a service account sees. */
    const unprivileged = <T>(run: () => T): T => {
      if (process.geteuid!() !== 0) return run()
      process.seteuid!(65534)
      try {
        return run()
      } finally {
        process.seteuid!(0)
      }
    }

    it('a directory that is missing', () => {
      expect(refusalOf(join(directory, 'nowhere', 'outdo.db'))).toBe('directory-missing')
    })
    it('a file in the place of the directory', () => {
      writeFileSync(file, '')
      expect(refusalOf(join(file, 'outdo.db'))).toBe('directory-missing')
    })
    it('a directory in the place of the file', () => {
      mkdirSync(file)
      expect(refusalOf(file)).toBe('not-writable')
    })
    it('a directory that cannot be written', () => {
      chmodSync(directory, 0o555)
      expect(unprivileged(() => refusalOf(file))).toBe('not-writable')
      chmodSync(directory, 0o755)
    })
    it('a file that is read-only', async () => {
      await opened(file).close()
      chmodSync(directory, 0o777)
      chmodSync(file, 0o444)
      expect(unprivileged(() => refusalOf(file))).toBe('not-writable')
    })
    it('a file that is something else', () => {
      writeFileSync(file, 'this is no database, but long enough to be looked at\n'.repeat(200))
      expect(refusalOf(file)).toBe('not-a-database')
    })
    it('a file that was cut short', async () => {
      await opened(file).close()
      truncateSync(file, 10_000)
      expect(refusalOf(file)).toBe('not-a-database')
    })
    it("another program's database, which stays untouched", () => {
      const other = new Database(file)
      other.exec('create table recipes (name text)')
      other.close()
      expect(refusalOf(file)).toBe('not-a-database')
    })
    it('a file in the grip of another program', async () => {
      await opened(file).close()
      const other = new Database(file)
      other.exec('begin exclusive')
      expect(refusalOf(file)).toBe('busy')
      other.close()
    })
    it('a file of a newer release, which stays untouched', async () => {
      await opened(file).close()
      const later = new Database(file)
      later.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run('later', 9e15)
      later.close()
      expect(refusalOf(file)).toBe('newer')
      expect(readdirSync(directory)).toEqual(['outdo.db'])
    })
  })
})
