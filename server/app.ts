import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { joinUrl, originAllowed, otherUrls } from './addresses.ts'
import { createBadges } from './badges/badges.ts'
import { authoring } from './bank/authoring/authoring.ts'
import type { Bank } from './bank/bank.ts'
import { catalogueOf } from './bank/catalogue.ts'
import { faultText } from './bank/fault.ts'
import { loadKits } from './bank/kits.ts'
import { loadBank } from './bank/load.ts'
import { createIdentity, type Identity } from './identity/identity.ts'
import { createJudge, type Judge } from './judge/judge.ts'
import { landAtStart } from './live/contributions/at-start.ts'
import { systemClock, type Clock } from './live/clock.ts'
import { createLive, type Live } from './live/live.ts'
import type { MeasureDelay } from './live/load.ts'
import type { LogEntry } from './live/parts.ts'
import { createAlerts } from './ops/alerts.ts'
import { createOps, type Ops } from './ops/ops.ts'
import { DATABASE_FILE } from './store/connection.ts'
import { removeOldCopies } from './store/migrate.ts'
import { openStore } from './store/sqlite.ts'
import type { Store } from './store/store.ts'

export type AppOptions = {
  dataDir: string
  problemsDir: string
  clientFolder: string
  publicUrl: string | null
  /** Where the judge keeps its image; in the data folder where absent. */
  cacheDir?: string
  judgeWorkers?: number
  clock?: Clock
  log: (entry: LogEntry) => void
  /** For bots, which share one address and type faster than people. */
  rateLimitScale?: number
  /** Where alerts go. */
  alertWebhook?: string | null
  /** What `/metrics` asks for. */
  metricsToken?: string | null
  /** Reverse proxies in front whose word on the visitor's address is taken. */
  proxies?: number
  /** Tests say how late the event loop is. */
  measureDelay?: MeasureDelay
}

/** The whole product, put together. Listens when told to; everything it opened it closes. */
export type App = {
  /** Resolves with the port once connections are taken. */
  listen(port: number, host: string): Promise<number>
  store: Store
  identity: Identity
  judge: Judge
  live: Live
  ops: Ops
  /** Puzzles that were left out, in words. */
  faults: string[]
  bank: Bank
  /** Where others join, and where this machine itself reaches the server. */
  joinUrl(): string
  localUrl(): string
  close(): Promise<void>
}

/** Thrown where the app cannot start for a reason that whoever runs it can mend; the message is one line. */
export class StartFault extends Error {}

/** While another program holds the database nothing else happens here either: better to say so soon. */
const BUSY_TIMEOUT_MS = 500

export async function createApp(options: AppOptions): Promise<App> {
  const { dataDir, problemsDir, clientFolder, publicUrl, clock = systemClock, log, rateLimitScale } = options
  // It holds the secret that signs cookies and the keys that sign badges.
  await mkdir(dataDir, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST')
      throw new StartFault(
        `The data folder ${dataDir} cannot be made (${error.code}). Make it, or set DATA_DIR to another.`,
      )
  })
  const opened = openStore({ file: join(dataDir, DATABASE_FILE), busyTimeoutMs: BUSY_TIMEOUT_MS })
  if (!opened.ok) throw new StartFault(opened.refusal.message)
  const store = opened.value
  const cacheDir = options.cacheDir ?? join(dataDir, 'cache')
  const [folder, judge, identity, badges] = await Promise.all([
    loadBank(problemsDir, { cacheFile: join(cacheDir, 'bank') }),
    createJudge({
      cacheDir,
      log,
      ...(options.judgeWorkers ? { workers: options.judgeWorkers } : {}),
    }),
    createIdentity({ store, publicUrl }),
    createBadges(store, clock.now()),
  ])
  const faults = folder.faults.map(({ file, field, message }) => `${file}: ${field}: ${message}`)
  for (const fault of faults) log({ level: 'warn', message: 'a puzzle was left out', fault })
  const { kits, faults: kitFaults } = loadKits(problemsDir, folder.problems)
  for (const fault of kitFaults) log({ level: 'warn', message: 'a kit was left out', fault: faultText(fault) })
  const bank = catalogueOf(folder, kits)
  await landAtStart({ store, bank, authoring, log })

  const http = createServer()
  // First, so that socket.io, which comes next, keeps its own requests from it: two answers to one request are an error.
  http.on('request', (request, response) => live.app(request, response))
  let port = 0
  const reach = () => joinUrl(publicUrl, port)
  const ops = createOps({
    ...{ store, judge, dataDir, clock, log },
    connections: () => live.connections(),
    loop: () => ({ ...live.load.delay(), shedding: live.load.shedding }),
    alerts: createAlerts({ url: options.alertWebhook ?? null, server: reach, log }),
  })
  const live: Live = createLive(http, {
    ...{
      store,
      judge,
      identity,
      badges,
      clock,
      log,
      authoring,
      bank,
      newId: randomUUID,
      joinUrl: reach,
    },
    otherUrls: () => otherUrls(publicUrl, port),
    ...{ ops, measure: ops.measure, metricsToken: options.metricsToken ?? null, proxies: options.proxies ?? 0 },
    ...(options.measureDelay ? { measureDelay: options.measureDelay } : {}),
    ...{ clientFolder, secure: publicUrl?.startsWith('https:') ?? false, allowedOrigin: originAllowed(publicUrl) },
    ...(rateLimitScale ? { rateLimitScale } : {}),
  })

  /** Nothing depends on it: a folder that takes nothing now is said elsewhere. */
  function tidyUp(): void {
    try {
      removeOldCopies(join(dataDir, DATABASE_FILE))
    } catch (error) {
      log({ level: 'warn', message: 'old copies of the database stay', error: String(error) })
    }
  }

  return {
    store,
    identity,
    judge,
    live,
    ops,
    faults,
    bank,
    joinUrl: reach,
    localUrl: () => `http://127.0.0.1:${port}`,
    async listen(wanted, host) {
      await new Promise<void>((resolve, reject) => {
        http.once('error', (error: NodeJS.ErrnoException) => reject(listenFault(error, wanted)))
        http.listen(wanted, host, resolve)
      })
      const address = http.address()
      port = typeof address === 'object' && address ? address.port : wanted
      const { lastSeenAt } = await ops.start()
      await live.takeUp(lastSeenAt)
      tidyUp()
      return port
    },
    async close() {
      await ops.stop()
      await live.close()
      http.closeAllConnections()
      await judge.close()
      await badges.close()
      await store.close()
    },
  }
}

function listenFault(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new StartFault(`Port ${port} is taken. Stop what uses it, or set PORT to another.`)
  if (error.code === 'EACCES') return new StartFault(`Port ${port} may not be used. Set PORT to one above 1023.`)
  return error
}
