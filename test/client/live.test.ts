import { describe, expect, it } from 'vitest'
import type { LiveSocket } from '../../client/live-socket.ts'
import { Live } from '../../client/live.svelte.ts'
import { refusal } from '../../server/protocol/refusals.ts'
import type { ProblemId } from '../../server/protocol/ids.ts'
import type { BoardView } from '../../server/protocol/board.ts'
import type { MeView } from '../../server/protocol/me.ts'

/** A socket whose other end is the test. */
class FakeSocket implements LiveSocket {
  connected = false
  active = true
  heard = new Map<string, (...args: never[]) => void>()
  answers = new Map<string, unknown>()
  sent: string[] = []
  waits: Record<string, number> = {}
  connect(): void {
    this.connected = true
    this.say('connect')
  }
  disconnect(): void {
    this.connected = false
    this.say('disconnect')
  }
  on(event: string, heard: (...args: never[]) => void): void {
    this.heard.set(event, heard)
  }
  timeout(ms: number) {
    return {
      emitWithAck: async (event: string): Promise<unknown> => {
        this.sent.push(event)
        this.waits[event] = ms
        if (!this.answers.has(event)) throw new Error('no answer in time')
        return this.answers.get(event)
      },
    }
  }
  say(event: string, ...args: unknown[]): void {
    this.heard.get(event)?.(...(args as never[]))
  }
}

const board = (version: number, serverNow = 0, tournamentId = 'tournament-1') =>
  ({ tournamentId, version, serverNow, name: `v${version}` }) as BoardView
const me = (version: number) => ({ tournamentId: 'tournament-1', version, name: `v${version}` }) as MeView
/** Lets everything that waits for an answer of this socket go on. */
const settled = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}

async function watching(first = board(5), mine: MeView | null = me(5)) {
  const socket = new FakeSocket()
  socket.answers.set('tournament:watch', { ok: true, value: { board: first, me: mine, host: null } })
  const live = new Live(socket)
  await live.watch({ code: 'KITE42', as: 'player' })
  await settled()
  return { socket, live }
}

describe('the live views', () => {
  it('take the newest and drop the older', async () => {
    const { socket, live } = await watching()
    socket.say('board:changed', board(7))
    socket.say('board:changed', board(6))
    expect(live.board?.version).toBe(7)
    socket.say('me:changed', me(6))
    socket.say('me:changed', me(4))
    expect(live.me?.version).toBe(6)
  })

  it('take the same revision again when it was said later: others have come or gone', async () => {
    const { socket, live } = await watching(board(5, 1000))
    socket.say('board:changed', { ...board(5, 2000), present: 3 })
    socket.say('board:changed', { ...board(5, 1500), present: 9 })
    expect(live.board?.present).toBe(3)
  })

  it('in another language keep what is shown until the answer is there', async () => {
    const { socket, live } = await watching()
    const switched = live.watch({ code: 'KITE42', as: 'player', locale: 'es' })
    expect(live.board?.version).toBe(5)
    expect(live.me?.version).toBe(5)
    await switched
    expect(socket.sent.filter((event) => event === 'tournament:watch')).toHaveLength(2)
  })

  it('take what a new connection says, even if a restored server counts from an earlier revision', async () => {
    const { socket, live } = await watching(board(50))
    socket.disconnect()
    expect(live.connection).toBe('reconnecting')
    expect(live.board?.version).toBe(50)
    socket.answers.set('tournament:watch', { ok: true, value: { board: board(12), me: me(12), host: null } })
    socket.connect()
    await settled()
    expect(live.board?.version).toBe(12)
    expect(live.connection).toBe('connected')
  })

  it('watch again after a reconnection', async () => {
    const { socket } = await watching()
    socket.disconnect()
    socket.connect()
    await settled()
    expect(socket.sent.filter((event) => event === 'tournament:watch')).toHaveLength(2)
  })

  it('ignore news of what is not watched any more', async () => {
    const { socket, live } = await watching()
    socket.say('board:changed', board(9, 0, 'tournament-2'))
    expect(live.board?.tournamentId).toBe('tournament-1')
    live.unwatch()
    socket.say('board:changed', board(10))
    expect(live.board?.version).not.toBe(10)
    // A moment later, so that a page that goes away can still be drawn.
    await Promise.resolve()
    expect(live.board).toBeNull()
  })

  it('say why watching was refused', async () => {
    const socket = new FakeSocket()
    socket.answers.set('tournament:watch', { ok: false, refusal: refusal('tournament-not-found') })
    const live = new Live(socket)
    await live.watch({ code: 'NOPE00', as: 'player' })
    await settled()
    expect(live.refusal?.code).toBe('tournament-not-found')
    expect(live.watched).toBe(false)
  })

  it('show nobody’s own page while the connection changes its cookie', async () => {
    const { socket, live } = await watching()
    socket.answers.set('tournament:watch', { ok: true, value: { board: board(5), me: null, host: null } })
    live.reconnect()
    await settled()
    expect(live.me).toBeNull()
    expect(live.watched).toBe(true)
  })

  it('follow the server’s clock, not the device’s', async () => {
    const { live } = await watching(board(5, Date.now() + 60_000))
    expect(Math.abs(live.now() - (Date.now() + 60_000))).toBeLessThan(1000)
  })

  it('wait longer for code, which waits for its turn', async () => {
    const { socket, live } = await watching()
    await live.send('profile:read', {})
    await live.send('code:try', { problemId: 'p' as ProblemId, language: 'python', source: '', ownCalls: [] })
    expect(socket.waits['code:try']).toBeGreaterThan(5 * socket.waits['profile:read']!)
  })

  it('answer "unreachable" instead of throwing', async () => {
    const { live } = await watching()
    const answer = await live.send('profile:read', {})
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'unreachable' } })
  })
})
