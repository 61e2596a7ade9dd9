import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createBadges } from '../badges/badges.ts'
import type { Verification } from '../protocol/badges.ts'
import { DATABASE_FILE } from '../store/connection.ts'
import { openStore } from '../store/sqlite.ts'
import { BadUse } from './bad-use.ts'

/**
 * `verify <file>` says whether a baked PNG or SVG or a JWT was signed by this installation and stands; `rotate-key` makes
 * a new key, which a running server signs with from its next badge on. Exit 0 done, genuine · 1 not genuine · 2 bad use.
 */
const USE =
  'use: verify <file>, or rotate-key; --data DIR names the data directory (DATA_DIR, ./data), --json prints JSON'

const SAYS: Record<Verification['verdict'], string> = {
  genuine: 'genuine: signed here, unchanged, and it stands',
  revoked: 'revoked: signed here, and taken back',
  forged: 'forged: says it comes from here, but was not signed here as it is',
  foreign: 'foreign: somebody else issued it, and only they can vouch for it',
  unsigned: 'unsigned: anybody may have written it',
  'no-credential': 'no credential: a picture with nothing baked into it',
  'not-a-badge': 'not a badge: bring the PNG, SVG or JWT that was downloaded',
}

async function main(args: string[]): Promise<number> {
  const { command, file, data, json } = read(args)
  const database = join(data, DATABASE_FILE)
  if (!existsSync(database)) throw new BadUse(`--data: there is no ${DATABASE_FILE} in ${data}`)
  if (file !== null && !existsSync(file)) throw new BadUse(`${file} is not there`)
  const opened = openStore({ file: database })
  if (!opened.ok) throw new BadUse(opened.refusal.message)
  const badges = await createBadges(opened.value, Date.now())
  try {
    if (command === 'rotate-key') {
      const kid = await badges.rotateKeys(Date.now())
      console.log(json ? JSON.stringify({ kid }) : `A new key signs from now on: ${kid}. The old ones stay published.`)
      return 0
    }
    const found = await badges.verify('', new Uint8Array(await readFile(file!)))
    const { face, issuerHost, revoked } = found
    const about = [face?.name, issuerHost, revoked?.reason].filter(Boolean).join(' · ')
    console.log(json ? JSON.stringify(found) : `${SAYS[found.verdict]}${about ? ` (${about})` : ''}`)
    return found.verdict === 'genuine' ? 0 : 1
  } finally {
    await badges.close()
    await opened.value.close()
  }
}

function read(args: string[]) {
  try {
    const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [command, file = null, ...more] = positionals
    const isRight = (command === 'verify' && file) || (command === 'rotate-key' && !file)
    if (!isRight || more.length > 0) throw new BadUse(USE)
    return { command, file, data: values.data ?? (process.env['DATA_DIR'] || './data'), json: values.json ?? false }
  } catch (error) {
    throw new BadUse(error instanceof BadUse ? error.message : `${(error as Error).message.split('. ')[0]}; ${USE}`)
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof BadUse)) throw error
  console.error(`badges: ${error.message}`)
  return 2
})
