import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import {
  COMMANDS,
  type ClientEvents,
  type CommandName,
  type Payload,
  type Reply,
  type ServerEvents,
} from '../protocol/commands.ts'
import type { EntryId, SeriesId, TournamentId } from '../protocol/ids.ts'
import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { SeriesPage } from '../protocol/series.ts'
import { staffIn, type Actor } from './actor.ts'
import { addressOf } from './address.ts'
import { tournamentByCode } from './by-code.ts'
import type { AllHandlers, Dispatch, SocketCommand } from './dispatch.ts'
import type { Handler } from './handler.ts'
import type { Parts } from './parts.ts'
import type { Presence } from './presence.ts'
import type { RateLimits } from './rate-limits.ts'
import { rehearsing } from './rehearsing.ts'
import type { Rehearsals } from './rehearsals.ts'
import { rooms, type Publisher, type Sockets } from './publisher.ts'
import type { Views } from './views/views.ts'

/** What a socket watches, kept with it. */
type SocketData = {
  actor: Actor
  address: string
  watching: Watching | null
  /** Whose page was read last. */
  series: SeriesId | null
}
type Watching = { tournamentId: TournamentId; entryId: EntryId | null }
type OutdoSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>

/** Above this the transport itself gives up; our own bound is far below and answers in words. */
const TRANSPORT_LIMIT_BYTES = 8 * 1024 * 1024

export function createSockets(
  http: HttpServer,
  allowedOrigin: (origin: string | undefined, host: string) => boolean,
): Sockets {
  return new Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>(http, {
    maxHttpBufferSize: TRANSPORT_LIMIT_BYTES,
    perMessageDeflate: false,
    serveClient: false,
    pingInterval: 10_000,
    pingTimeout: 20_000,
    allowRequest: (request, decide) => decide(null, allowedOrigin(request.headers.origin, request.headers.host ?? '')),
  })
}

/** Ends the connections of a player's devices; they come back by themselves, and are asked again who they are. */
export function meetAnew(io: Sockets, userId: string): void {
  for (const socket of io.sockets.sockets.values())
    if ((socket.data as SocketData).actor.player?.userId === userId) socket.conn.close()
}

/** Answers the commands of every connection. */
export function serveSockets(
  io: Sockets,
  parts: Pick<Parts, 'identity' | 'store' | 'clock' | 'log' | 'joinUrl'> & {
    presence: Presence
    rehearsals: Rehearsals
    publisher: Publisher
    views: Views
    dispatch: Dispatch
    handlers: AllHandlers
    limits: RateLimits
    /** Reverse proxies in front whose word on the visitor's address is taken. */
    proxies: number
  },
): void {
  const { identity, store, clock, log, presence, rehearsals, publisher, views, dispatch, handlers, limits, proxies } =
    parts

  io.use((socket, next) => {
    // Who leaves and comes back on one connection is asked to make another: this one's request is gone.
    if (!hasRequest(socket)) return next(new Error('session'))
    const { headers } = socket.request
    const address = addressOf(socket.request, proxies)
    Promise.all([identity.hostOf(headers), identity.playerOf(headers), limits.take('connect', address)]).then(
      ([host, player, within]) => {
        if (!within.ok) return next(new Error(within.refusal.code))
        Object.assign(socket.data, {
          actor: { host, player },
          address,
          watching: null,
          series: null,
        } satisfies SocketData)
        for (const account of [host, player]) if (account) void socket.join(rooms.account(account.userId))
        if (host) void socket.join(rooms.hosts)
        if (player) void socket.join(rooms.player(player.playerId))
        next()
      },
      (error: unknown) => {
        log({ level: 'error', message: 'a session could not be read', error: String(error) })
        next(new Error('session'))
      },
    )
  })

  io.on('connection', (plain) => {
    const socket = plain as unknown as OutdoSocket
    freeRequest(socket)
    let strange = false
    // One listener for all commands: a listener for each would be most of what an idle spectator costs.
    socket.onAny((event: string, ...args: unknown[]) => {
      if (Object.hasOwn(COMMANDS, event)) return answer(socket, event as CommandName, args)
      if (strange) return
      strange = true
      log({ level: 'warn', message: 'a socket sent an event that nothing answers', event: String(event).slice(0, 60) })
    })
    socket.on('disconnect', () => leave(socket))
  })

  /** A message without a way to answer is dropped: every command is answered, so nobody honest sends one. */
  function answer(socket: OutdoSocket, command: CommandName, args: unknown[]): void {
    const reply = args.at(-1)
    if (typeof reply !== 'function') return
    const { actor } = socket.data
    const payload = args.length > 1 ? args[0] : {}
    void dispatch(command, payload, actor, socket.id, handlerOf(socket, command)).then((result) => {
      reply(result)
      // Who they were is gone: no device of theirs goes on as them.
      if (command === 'profile:delete' && result.ok && actor.player)
        io.in(rooms.account(actor.player.userId)).disconnectSockets(true)
    })
  }

  function handlerOf(socket: OutdoSocket, command: CommandName): Handler<CommandName> {
    const onSocket: { [C in SocketCommand]: Handler<C> } = {
      'tournament:watch': (_context, _actor, payload) => watch(socket, payload),
      'tournament:unwatch': async () => {
        leave(socket)
        return ok({})
      },
      'series:page': (_context, _actor, { seriesId }) => readSeries(socket, seriesId),
      ...rehearsing(socket, parts),
    }
    const found = Object.hasOwn(onSocket, command)
      ? onSocket[command as SocketCommand]
      : handlers[command as keyof AllHandlers]
    return found as Handler<CommandName>
  }

  async function watch(
    socket: OutdoSocket,
    payload: Payload<'tournament:watch'>,
  ): Promise<Result<Reply<'tournament:watch'>, Refusal>> {
    const may = await mayWatch(socket.data, payload)
    if (!may.ok) return may
    const { tournamentId, entryId } = may.value
    const { as, locale } = payload
    leave(socket, tournamentId)
    socket.data.watching = may.value
    await socket.join(rooms.board(tournamentId))
    if (as === 'host') await socket.join(rooms.host(tournamentId))
    if (as === 'helper') await socket.join(rooms.helper(tournamentId))
    if (entryId) {
      await socket.join(rooms.entry(entryId))
      presence.arrive(tournamentId, entryId, locale)
      publisher.touch({ tournaments: [tournamentId] })
    }
    const board = await views.board(tournamentId)
    if (!board) return refused(refusal('tournament-not-found'))
    return ok({
      board,
      me: entryId ? await views.me(entryId) : null,
      host: as === 'host' ? await views.host(tournamentId) : null,
      room: as === 'helper' ? await views.room(tournamentId) : null,
    })
  }

  /** Whoever reads the page of a series is sent it again when it changes, until they read another one or go. */
  async function readSeries(socket: OutdoSocket, seriesId: SeriesId): Promise<Result<SeriesPage, Refusal>> {
    if (socket.data.series) void socket.leave(rooms.series(socket.data.series))
    socket.data.series = seriesId
    await socket.join(rooms.series(seriesId))
    const page = await views.series(seriesId)
    return page ? ok(page) : refused(refusal('series-not-found'))
  }

  /** Which tournament is meant, and as whom in it somebody may watch it as they ask. */
  async function mayWatch(
    { actor, address }: SocketData,
    { tournamentId, code, as }: Payload<'tournament:watch'>,
  ): Promise<Result<Watching, Refusal>> {
    const byCode = !tournamentId && code ? await tournamentByCode({ store, limits }, code, { actor, address }) : null
    if (byCode && !byCode.ok) return byCode
    const tournament = tournamentId ? await store.tournament(tournamentId) : byCode?.value
    if (!tournament) return refused(refusal('tournament-not-found'))
    if (as === 'host' && !actor.host) return refused(refusal('not-signed-in'))
    const own = await staffIn(store, actor, tournament.id)
    if (as === 'helper' && !own.isStaff) return refused(refusal('not-a-helper'))
    const entry = as === 'player' || (as === 'helper' && !actor.host) ? own.entry : null
    if (entry?.removed) return refused(refusal('removed-from-tournament'))
    return ok({ tournamentId: tournament.id, entryId: entry?.id ?? null })
  }

  /** Watching the same again, in another language perhaps, is no leaving for a rehearsal. */
  function leave(socket: OutdoSocket, toWatch?: TournamentId): void {
    const { watching } = socket.data
    if (!watching) return
    socket.data.watching = null
    if (watching.tournamentId !== toWatch) rehearsals.leave(watching.tournamentId, socket.id)
    void socket.leave(rooms.board(watching.tournamentId))
    void socket.leave(rooms.host(watching.tournamentId))
    void socket.leave(rooms.helper(watching.tournamentId))
    if (!watching.entryId) return
    void socket.leave(rooms.entry(watching.entryId))
    presence.leave(watching.tournamentId, watching.entryId, clock.now())
    publisher.touch({ tournaments: [watching.tournamentId] })
  }
}

/** Only until a connection is taken: see `freeRequest`. */
const hasRequest = ({ conn }: Socket): boolean => (conn.request as unknown) !== null

/**
 * Who it is has been read: the request (headers, their raw form, the HTTP parser's leftovers) goes, which otherwise stays
 * for as long as somebody watches.
 */
function freeRequest(socket: OutdoSocket): void {
  Object.assign(socket.conn, { request: null })
  Object.assign(socket.handshake, { headers: {}, query: {}, url: '' })
}
