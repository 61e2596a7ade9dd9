import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { JUDGE_CACHE } from '../support/judge-cache.ts'

const OWN_SERVER = join(import.meta.dirname, '../../server/cli/bots/own-server.ts')

/** A whole server in a process of a process: it waits for the cores that other tests use. */
const OWN_SERVER_STARTS = { timeout: 120_000 }

it('a command that is stopped leaves neither its server nor its folder behind', OWN_SERVER_STARTS, async () => {
  const folders = await mkdtemp(join(tmpdir(), 'outdo-own-server-'))
  try {
    const code = `import { startOwnServer } from '${OWN_SERVER}'; console.log((await startOwnServer()).pid)`
    const command = spawn(process.execPath, ['--input-type=module', '--eval', code], {
      env: { ...process.env, TMPDIR: folders, CACHE_DIR: JUDGE_CACHE },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const [pid] = (await once(createInterface({ input: command.stdout }), 'line')) as [string]
    expect(await readdir(folders)).toHaveLength(1)
    command.kill('SIGTERM')
    // The server writes its complaints to the command's: they are at an end when both are.
    await once(command.stderr.resume(), 'close')
    expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH')
    expect(await readdir(folders)).toEqual([])
  } finally {
    await rm(folders, { recursive: true, force: true })
  }
})
