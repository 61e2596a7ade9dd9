import { WebSocket } from 'ws'
import { updateIn } from './update-text.ts'

/**
 * Many spectators in one process: `node crowd.ts outdo|ws <port> <count> <tournament id>`. They speak just enough of
 * socket.io's protocol to watch a board, so that they cost less than what they measure.
 */
export type FromCrowd =
  | { said: 'here'; count: number }
  /** When each of them had heard of the update, in nanoseconds of the machine's monotonic clock; in milliseconds. */
  | { said: 'heard'; update: number; atMs: number[] }

const CONNECTING_AT_ONCE = 40
const [kind, port, count, tournamentId = ''] = process.argv.slice(2)
const wanted = Number(count)
const say = (message: FromCrowd) => process.send?.(message)
const nowMs = () => Number(process.hrtime.bigint()) / 1e6

const heard = new Map<number, number[]>()
function hear(text: string): void {
  const update = updateIn(text)
  if (update === null) return
  const atMs = heard.get(update) ?? []
  heard.set(update, atMs)
  atMs.push(nowMs())
  if (atMs.length === wanted) say({ said: 'heard', update, atMs })
}

function watchBare(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/`, { perMessageDeflate: false })
    socket.on('open', () => resolve())
    socket.on('error', reject)
    socket.on('message', (data) => hear(String(data)))
  })
}

function watchBoard(): Promise<void> {
  return new Promise((resolve, reject) => {
    const url = `ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`
    const socket = new WebSocket(url, { perMessageDeflate: false })
    const watch = ['tournament:watch', { tournamentId, as: 'projector', locale: 'en' }]
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('a spectator was shown out')))
    socket.on('message', (data) => {
      const text = String(data)
      if (text === '2') socket.send('3')
      else if (text.startsWith('0')) socket.send('40')
      else if (text.startsWith('40')) socket.send(`420${JSON.stringify(watch)}`)
      else if (text.startsWith('430')) resolve()
      else if (text.startsWith('42["board:changed"')) hear(text)
    })
  })
}

let left = wanted
async function bringIn(): Promise<void> {
  while (left-- > 0) await (kind === 'outdo' ? watchBoard() : watchBare())
}
await Promise.all(Array.from({ length: CONNECTING_AT_ONCE }, bringIn))
say({ said: 'here', count: wanted })
process.on('disconnect', () => process.exit())
