import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { WebSocketServer } from 'ws'
import { createApp } from '../../../server/app.ts'
import { JUDGE_CACHE } from '../../support/judge-cache.ts'

/**
 * A server whose spectators are counted, in a process of its own: `node server.ts outdo <data folder>` is ours,
 * `node server.ts ws` the least that can tell many sockets something.
 */
export type FromServer =
  | { said: 'open'; port: number; token: string | null }
  | { said: 'figures'; rssKb: number; heapKb: number; blockedMs: number }
  | { said: 'told' }
export type ToServer = { do: 'figures' } | { do: 'forget' } | { do: 'tell'; text: string }

const root = join(import.meta.dirname, '../../..')
const [kind, dataDir = ''] = process.argv.slice(2)
const say = (message: FromServer) => process.send?.(message)

/** The longest that the event loop has not come round, since it was last forgotten. */
let lastTurn = performance.now()
let longestMs = 0
const turn = () => {
  const now = performance.now()
  longestMs = Math.max(longestMs, now - lastTurn - 1)
  lastTurn = now
}
setInterval(turn, 1)

let tell: (text: string) => void = () => undefined
if (kind === 'outdo') {
  const app = await createApp({
    dataDir,
    problemsDir: join(root, 'problems'),
    clientFolder: join(root, 'dist/client'),
    cacheDir: JUDGE_CACHE,
    publicUrl: null,
    judgeWorkers: 1,
    rateLimitScale: 100,
    log: () => undefined,
  })
  const port = await app.listen(0, '127.0.0.1')
  say({ said: 'open', port, token: await app.identity.firstHostToken() })
} else {
  const http = createServer()
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
  tell = (text) => {
    for (const socket of sockets.clients) socket.send(text)
  }
  http.listen(0, '127.0.0.1', () => say({ said: 'open', port: (http.address() as AddressInfo).port, token: null }))
}

process.on('message', (message: ToServer) => {
  switch (message.do) {
    case 'figures':
      turn()
      globalThis.gc?.()
      lastTurn = performance.now()
      return void say({
        said: 'figures',
        rssKb: process.memoryUsage.rss() / 1024,
        heapKb: (process.memoryUsage().heapUsed + process.memoryUsage().external) / 1024,
        blockedMs: longestMs,
      })
    case 'forget':
      longestMs = 0
      return
    case 'tell':
      tell(message.text)
      return void say({ said: 'told' })
    default:
      message satisfies never
  }
})
process.on('disconnect', () => process.exit())
