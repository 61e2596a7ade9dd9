import { fork, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '../../server/cli/bots/client.ts'
import type { TournamentId } from '../../server/protocol/ids.ts'
import type { FromCrowd } from './spectators/crowd.ts'
import type { FromServer, ToServer } from './spectators/server.ts'
import { updateText } from './spectators/update-text.ts'

type Figures = {
  /** From asking for an update until so many of all spectators had it. */
  p50Ms: number
  p99Ms: number
  /** How long the server's event loop was held up at an update: the median of all updates. */
  blockedMs: number
  /** Resident memory that one idle spectator adds. */
  residentKbEach: number
  /** Live objects and buffers that one adds: resident memory also reuses what the start left free. */
  heapKbEach: number
  messageBytes: number
}
export type SpectatorFigures = {
  ok: boolean
  spectators: number
  updates: number
  outdo: Figures
  ws: Figures
  limits: { p99Ms: number; residentKbEach: number; timesBareWs: number }
}

const LIMITS = { p99Ms: 300, residentKbEach: 70, timesBareWs: 1.5 }
/** SPECTATORS=500 for a look in between. Each takes two descriptors: one here, one in the server. */
const SPECTATORS = Number(process.env['SPECTATORS'] ?? 5000)
const CROWDS = 2
const UPDATES = 12
/** Longer than boards are held back under load, so that each update goes out at once. */
const BETWEEN_MS = 2500
const SETTLE_MS = 3000

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const nowMs = () => Number(process.hrtime.bigint()) / 1e6

/** Board updates to thousands of spectators of one process, beside a bare `ws` server that says as much to as many. */
export async function benchSpectators(): Promise<SpectatorFigures> {
  const outdo = await measure('outdo')
  const ws = await measure('ws', outdo.messageBytes)
  const ok =
    outdo.p99Ms <= LIMITS.p99Ms &&
    outdo.residentKbEach <= LIMITS.residentKbEach &&
    outdo.p99Ms <= LIMITS.timesBareWs * ws.p99Ms
  return { ok, spectators: SPECTATORS, updates: UPDATES, outdo, ws, limits: LIMITS }
}

async function measure(kind: 'outdo' | 'ws', bytes = 0): Promise<Figures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'outdo-spectators-'))
  const server = start('server.ts', [kind, dataDir], ['--no-node-snapshot', '--expose-gc'])
  const crowds: ChildProcess[] = []
  const tell = (message: ToServer) => server.send(message)
  const figures = async () => {
    tell({ do: 'figures' })
    return hears<FromServer, 'figures'>(server, 'figures')
  }
  try {
    const { port, token } = await hears<FromServer, 'open'>(server, 'open')
    const update = kind === 'outdo' ? await ourUpdates(port, token) : bareUpdates(tell, bytes)
    await pause(SETTLE_MS)
    const before = await figures()
    for (let n = 0; n < CROWDS; n++)
      crowds.push(start('crowd.ts', [kind, String(port), String(SPECTATORS / CROWDS), update.tournamentId], []))
    await Promise.all(crowds.map((crowd) => hears<FromCrowd, 'here'>(crowd, 'here')))
    await pause(SETTLE_MS)
    const after = await figures()

    const latencies: number[] = []
    const blocked: number[] = []
    for (let n = 0; n < UPDATES; n++) {
      tell({ do: 'forget' })
      const all = Promise.all(
        crowds.map((crowd) => hears<FromCrowd, 'heard'>(crowd, 'heard', (one) => one.update === n)),
      )
      const askedAt = nowMs()
      await update.send(n)
      for (const { atMs } of await all) latencies.push(...atMs.map((at) => at - askedAt))
      blocked.push((await figures()).blockedMs)
      await pause(BETWEEN_MS)
    }
    await update.close()
    const sorted = latencies.toSorted((a, b) => a - b)
    const at = (share: number) => round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0)
    return {
      ...{ p50Ms: at(0.5), p99Ms: at(0.99), blockedMs: round(blocked.toSorted((a, b) => a - b)[UPDATES >> 1] ?? 0) },
      residentKbEach: round((after.rssKb - before.rssKb) / SPECTATORS),
      heapKbEach: round((after.heapKb - before.heapKb) / SPECTATORS),
      messageBytes: update.bytes(),
    }
  } finally {
    for (const child of [...crowds, server]) child.kill('SIGKILL')
    await rm(dataDir, { recursive: true, force: true })
  }
}

type Updates = {
  tournamentId: string
  send(n: number): Promise<void>
  /** Of one message as it goes out. */
  bytes(): number
  close(): Promise<void>
}

/** A host puts an announcement on the wall: everybody's board is a new one. */
async function ourUpdates(port: number, token: string | null): Promise<Updates> {
  const host = createClient(`http://127.0.0.1:${port}`)
  await host.post('/api/host/claim', { token, name: 'bench', password: 'a long enough password' })
  await host.connect()
  const { tournamentId } = await host.must('tournament:create', { name: 'Evening', rounds: [] })
  let bytes = 0
  host.on('board:changed', (board) => (bytes = JSON.stringify(['board:changed', board]).length + 2))
  await host.must('tournament:watch', { tournamentId: tournamentId as TournamentId, as: 'projector' })
  return {
    tournamentId,
    send: async (n) => void (await host.must('tournament:announce', { tournamentId, text: updateText(n) })),
    bytes: () => bytes,
    close: async () => host.close(),
  }
}

function bareUpdates(tell: (message: ToServer) => void, bytes: number): Updates {
  return {
    tournamentId: '',
    send: async (n) => tell({ do: 'tell', text: updateText(n).padEnd(bytes, 'x') }),
    bytes: () => bytes,
    close: async () => undefined,
  }
}

const start = (file: string, words: string[], execArgv: string[]): ChildProcess =>
  fork(join(import.meta.dirname, 'spectators', file), words, {
    execArgv,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })

type Saying = { said: string }
/** The next message of a kind; rejects where the process ends before. */
function hears<M extends Saying, S extends M['said']>(
  child: ChildProcess,
  said: S,
  wanted: (message: Extract<M, { said: S }>) => boolean = () => true,
): Promise<Extract<M, { said: S }>> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`a process of the benchmark ended (${code})`))
    const look = (message: unknown) => {
      const one = message as Extract<M, { said: S }>
      if (one.said !== said || !wanted(one)) return
      child.off('message', look)
      child.off('exit', gone)
      resolve(one)
    }
    child.on('message', look)
    child.once('exit', gone)
  })
}

const round = (value: number) => Math.round(value * 10) / 10

/** The figures for people. */
export function describeSpectators({ spectators, updates, outdo, ws, limits }: SpectatorFigures): string {
  const line = (name: string, { p50Ms, p99Ms, blockedMs, residentKbEach, heapKbEach, messageBytes }: Figures) =>
    `  ${name}: p50 ${p50Ms} ms, p99 ${p99Ms} ms, event loop held up ${blockedMs} ms, ${residentKbEach} KB each (${heapKbEach} KB of it live; messages of ${messageBytes} bytes)`
  const times = (of: 'p99Ms' | 'blockedMs' | 'residentKbEach') => (outdo[of] / ws[of]).toFixed(2)
  return [
    `${spectators} spectators, ${updates} board updates`,
    line('Outdo', outdo),
    line('bare ws', ws),
    `  times bare ws: p99 ${times('p99Ms')}, event loop ${times('blockedMs')}, memory ${times('residentKbEach')}`,
    `  limits: p99 ${limits.p99Ms} ms and ${limits.timesBareWs} × bare ws, ${limits.residentKbEach} KB each`,
  ].join('\n')
}
