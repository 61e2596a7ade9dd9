import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The exit code of what SIGTERM ended. */
const STOPPED = 128 + 15
const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')

/** A server of its own in a process of its own, with an empty data folder. */
export type OwnServer = {
  url: string
  /** Of the one-time link that makes the first host; empty where there is a host already. */
  token: string
  pid: number
  /** From the start of the process to being open. */
  readyMs: number
  /** As a crash does it: no word of farewell. */
  kill(): Promise<void>
  /** Starts it again on the same data and port, after `kill`. */
  again(): Promise<OwnServer>
  /** Stops it politely; the data goes where the folder was made here. */
  stop(): Promise<void>
}

export type OwnServerOptions = {
  dataDir?: string
  port?: number
  /** More of the environment: `RATE_LIMIT_SCALE` for bots that type faster than people. */
  env?: Record<string, string>
  /** There is a host already: nothing waits for the one-time link. */
  hasHost?: boolean
  /** A command that runs what follows it: `prlimit --fsize=…`. */
  under?: string[]
}

export async function startOwnServer(options: OwnServerOptions = {}): Promise<OwnServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'outdo-bots-')))
  const port = options.port ?? (await freePort())
  const begun = performance.now()
  const command = [...(options.under ?? []), ...[process.execPath, '--no-node-snapshot', join(root, 'server/main.ts')]]
  const child = spawn(command[0]!, command.slice(1), {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      PUBLIC_URL: '',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
    if (!options.dataDir) await rm(dataDir, { recursive: true, force: true })
  }
  // Whoever stops the command means its server, too.
  const stopBoth = (): void => void stop().finally(() => process.exit(STOPPED))
  process.once('SIGTERM', stopBoth)
  void ended.then(() => process.off('SIGTERM', stopBoth))
  const token = await new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was open`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /claim\?token=(\S+)/.exec(line)
      if (found?.[1]) resolve(found[1])
      else if (options.hasHost && line.startsWith('Outdo is open')) resolve('')
      else if (/"level":50/.test(line)) console.error(line)
    })
  })
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    pid: child.pid ?? 0,
    readyMs: performance.now() - begun,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    again: () => startOwnServer({ ...options, dataDir, port, hasHost: true }),
    stop,
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
