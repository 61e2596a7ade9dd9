import { io, type Socket } from 'socket.io-client'
import type { ClientEvents, CommandName, PayloadInput, Reply, ServerEvents } from '../../protocol/commands.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { Result } from '../../protocol/result.ts'

/** A real client: cookies from HTTP, commands over a socket of its own. */
export type Client = {
  /** Rejects with the refusal's sentence, so that a script reads straight on. */
  post<T>(path: string, body: unknown): Promise<T>
  get<T>(path: string): Promise<T>
  /** As `fetch`, with the cookies there are. */
  request(path: string, init?: RequestInit): Promise<Response>
  connect(): Promise<void>
  send<C extends CommandName>(command: C, payload: PayloadInput<C>): Promise<Result<Reply<C>, Refusal>>
  /** As `send`, for a script that cannot go on after a refusal. */
  must<C extends CommandName>(command: C, payload: PayloadInput<C>): Promise<Reply<C>>
  on<E extends keyof ServerEvents>(event: E, listener: ServerEvents[E]): void
  /** Called when the server ends the connection that is open now. */
  onDisconnect(gone: () => void): void
  close(): void
}

export function createClient(url: string): Client {
  const cookies = new Map<string, string>()
  let socket: Socket<ServerEvents, ClientEvents> | null = null
  const listeners: [keyof ServerEvents, (...args: never[]) => void][] = []
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

  const client: Client = {
    async post<T>(path: string, body: unknown): Promise<T> {
      const response = await fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: cookie(), origin: new URL(url).origin },
        body: JSON.stringify(body),
      })
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        const at = pair.indexOf('=')
        cookies.set(pair.slice(0, at), pair.slice(at + 1))
      }
      const result = (await response.json()) as Result<T, Refusal>
      if (!result.ok) throw new Error(`${path}: ${result.refusal.message}`)
      return result.value
    },
    async get<T>(path: string): Promise<T> {
      const response = await fetch(url + path, { headers: { cookie: cookie() } })
      const result = (await response.json()) as Result<T, Refusal>
      if (!result.ok) throw new Error(`${path}: ${result.refusal.message}`)
      return result.value
    },
    request: (path, init = {}) =>
      fetch(url + path, {
        ...init,
        headers: { cookie: cookie(), origin: new URL(url).origin, ...(init.headers as Record<string, string>) },
      }),
    async connect() {
      socket?.close()
      const fresh: Socket<ServerEvents, ClientEvents> = io(url, {
        transports: ['websocket'],
        extraHeaders: { cookie: cookie() },
        forceNew: true,
      })
      for (const [event, listener] of listeners) fresh.on(event, listener as never)
      socket = fresh
      await new Promise<void>((resolve, reject) => {
        fresh.once('connect', resolve)
        fresh.once('connect_error', reject)
      })
    },
    async send<C extends CommandName>(command: C, payload: PayloadInput<C>): Promise<Result<Reply<C>, Refusal>> {
      if (!socket) throw new Error('connect first')
      // The emitter's types do not follow a generic event name.
      const untyped = socket as unknown as { emitWithAck(event: string, payload: unknown): Promise<unknown> }
      return (await untyped.emitWithAck(command, payload)) as Result<Reply<C>, Refusal>
    },
    async must(command, payload) {
      const result = await client.send(command, payload)
      if (!result.ok) throw new Error(`${command}: ${result.refusal.message}`)
      return result.value
    },
    on(event, listener) {
      listeners.push([event, listener as (...args: never[]) => void])
      socket?.on(event, listener as never)
    },
    onDisconnect: (gone) => void socket?.once('disconnect', gone),
    close: () => void socket?.close(),
  }
  return client
}
