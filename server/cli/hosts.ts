import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { AuditRow } from '../store/records.ts'
import { DATABASE_FILE } from '../store/connection.ts'
import { openStore, type SqliteStore } from '../store/sqlite.ts'
import { BadUse } from './bad-use.ts'

/**
 * `list` names the hosts; `new-password <name>` gives one who cannot sign in any more four words as their password, and
 * signs them out everywhere. Also while the server runs. Exit 0 done · 1 there is no such host · 2 bad use.
 */
const USE =
  'use: list, or new-password <sign-in name>; --data DIR names the data directory (DATA_DIR, ./data), --json prints JSON'

async function main(args: string[]): Promise<number> {
  const { command, name, data, json } = read(args)
  const database = join(data, DATABASE_FILE)
  if (!existsSync(database)) throw new BadUse(`--data: there is no ${DATABASE_FILE} in ${data}`)
  const opened = openStore({ file: database })
  if (!opened.ok) throw new BadUse(opened.refusal.message)
  const store = opened.value
  try {
    // Read only when it is needed: bad use is told at once.
    const { createIdentity } = await import('../identity/identity.ts')
    const identity = await createIdentity({ store, publicUrl: null })
    if (command === 'list') {
      const hosts = (await identity.hosts()).map(({ name, role, tournaments }) => ({ name, role, tournaments }))
      if (json) console.log(JSON.stringify(hosts))
      else for (const one of hosts) console.log(`${one.name} (${one.role}), tournaments: ${one.tournaments}`)
      return 0
    }
    const given = await identity.newHostPassword(name)
    if (!given) {
      console.error(`There is no host called ${name}. "list" names them.`)
      return 1
    }
    await noteInTrail(store, given.name)
    if (json) console.log(JSON.stringify(given))
    else
      console.log(`${given.name} signs in with ${given.password} from now on, and can choose another at /host/account.`)
    return 0
  } finally {
    await store.close()
  }
}

async function noteInTrail(store: SqliteStore, host: string): Promise<void> {
  const nobody = { userId: null, who: '', role: null, tournamentId: null, roundId: null, entryId: null, playerId: null }
  const done = { action: 'house:host-password', outcome: 'ok', params: { host } } as const
  const row: AuditRow = { id: randomUUID(), at: Date.now(), ...nobody, ...done }
  await store.commit({ expected: {}, changes: [{ do: 'insert', table: 'audit', row }] })
}

function read(args: string[]) {
  try {
    const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [command, name = '', ...more] = positionals
    const isRight = (command === 'new-password' && name) || (command === 'list' && !name)
    if (!isRight || more.length > 0) throw new BadUse(USE)
    return { command, name, data: values.data ?? (process.env['DATA_DIR'] || './data'), json: values.json ?? false }
  } catch (error) {
    throw new BadUse(error instanceof BadUse ? error.message : `${(error as Error).message.split('. ')[0]}; ${USE}`)
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof BadUse)) throw error
  console.error(`hosts: ${error.message}`)
  return 2
})
