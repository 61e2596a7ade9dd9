import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { createApp, StartFault } from './app.ts'
import { readConfig, type Config } from './config.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const puzzles = (count: number) => `${count} ${count === 1 ? 'puzzle' : 'puzzles'}`

/** One line that says what to do. */
function giveUp(message: string): never {
  console.error(message)
  process.exit(2)
}

/** The demo plays beside the real data, from the beginning each time. */
async function freshDemoFolder(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'demo')
  await rm(folder, { recursive: true, force: true })
  await mkdir(dataDir, { recursive: true })
  return folder
}

async function start(config: Config, demo: boolean): Promise<void> {
  const logger = pino({ level: config.logLevel ?? (process.stdout.isTTY ? 'warn' : 'info') })
  const app = await createApp({
    dataDir: demo ? await freshDemoFolder(config.dataDir) : config.dataDir,
    problemsDir: config.problemsDir ?? join(root, 'problems'),
    clientFolder: join(root, 'dist', 'client'),
    publicUrl: config.publicUrl,
    ...(config.judgeWorkers ? { judgeWorkers: config.judgeWorkers } : {}),
    log: ({ level, message, ...rest }) => logger[level](rest, message),
    ...{ alertWebhook: config.alertWebhook, metricsToken: config.metricsToken, proxies: config.proxies },
    // The demo's data is made anew each time; the judge's cache need not be.
    cacheDir: config.cacheDir ?? join(config.dataDir, 'cache'),
    ...(demo ? { rateLimitScale: 100 } : config.rateLimitScale ? { rateLimitScale: config.rateLimitScale } : {}),
  })
  let stopping = false
  const stop = () => {
    if (stopping) process.exit(1)
    stopping = true
    app.close().then(
      () => process.exit(0),
      (error: unknown) => giveUp(`The server could not be stopped cleanly: ${String(error)}`),
    )
  }
  // One request's fault is not the evening's: what has been acknowledged is on disk, and the rest is tried again.
  process.on('unhandledRejection', (error) => logger.error({ error: String(error) }, 'a promise failed unheard'))
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)

  await app.listen(config.port, config.host)
  console.log(`Outdo is open at ${app.joinUrl()} with ${puzzles(app.bank.problems.size)}.`)
  if (app.faults.length > 0)
    console.log(`Left out, because something is wrong with them:\n  ${app.faults.join('\n  ')}`)
  const token = demo ? null : await app.identity.firstHostToken()
  if (token) console.log(`Make yourself the host, once, at ${app.joinUrl()}/host/claim?token=${token}`)
  if (demo) await import('./cli/demo.ts').then(({ playDemo }) => playDemo(app))
}

const read = readConfig(process.env)
if ('fault' in read) giveUp(read.fault)
const unknown = process.argv.slice(2).find((argument) => argument !== '--demo')
if (unknown) giveUp(`There is no option ${unknown}. Use "npm start" or "npm start -- --demo".`)
start(read.config, process.argv.includes('--demo')).catch((error: unknown) => {
  if (error instanceof StartFault) giveUp(error.message)
  console.error(error)
  process.exit(1)
})
