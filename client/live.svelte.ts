import { untrack } from 'svelte'
import { lastViews } from './last-seen.ts'
import { Listeners } from './listeners.ts'
import { answerOver, openSocket, type LiveSocket } from './live-socket.ts'
import type { ClientRefusal } from './refusal.ts'
import { ServerClock } from './server-clock.svelte.ts'
import { Views } from './views.svelte.ts'
import type { CommandName, PayloadInput, Reply, ServerEvents } from '../server/protocol/commands.ts'
import type { TournamentId } from '../server/protocol/ids.ts'
import type { Result } from '../server/protocol/result.ts'
import type { BoardView } from '../server/protocol/board.ts'
import type { HostView } from '../server/protocol/host.ts'
import type { MeView } from '../server/protocol/me.ts'
import type { RoomView } from '../server/protocol/room.ts'

/** `connecting` for the first time, `reconnecting` after that; `resting` when nothing is asked of it. */
export type Connection = 'resting' | 'connecting' | 'connected' | 'reconnecting'

/** What the page may watch, and as whom. */
export type Watch = PayloadInput<'tournament:watch'>
const subjectOf = (watch: Watch): string => JSON.stringify({ ...watch, locale: undefined })

/** What the device last saw, for a page that finds no network. */
export type KeptViews = {
  keep(code: string, board: BoardView, me: MeView): void
  recall(code: string): { board: BoardView; me: MeView } | null
}

const TRY_AGAIN_AFTER_MS = 2000

/**
 * The connection to the server and the newest views of what the page watches. Views come whole and carry the stored
 * revision, so an older one is dropped and a missed one does not matter: the next one, or the answer to watching
 * again after a reconnection, has everything.
 */
export class Live {
  #socket: LiveSocket
  #kept: KeptViews | null
  #watch: Watch | null = null
  /** Views of a new connection are taken whatever their version: a restored server may count from an earlier one. */
  #fresh = true
  #views = new Views()
  #clock = new ServerClock()
  #judged = new Listeners<Parameters<ServerEvents['submission:judged']>>()
  #badges = new Listeners<[]>()
  #contributions = new Listeners<Parameters<ServerEvents['contributions:changed']>>()
  #series = new Listeners<Parameters<ServerEvents['series:changed']>>()

  #connection = $state.raw<Connection>('resting')
  #refusal = $state.raw<ClientRefusal | null>(null)
  #watched = $state.raw(false)

  constructor(socket: LiveSocket, kept: KeptViews | null = null) {
    this.#socket = socket
    this.#kept = kept
    socket.on('connect', () => void this.#arrived())
    socket.on('disconnect', () => this.#lost())
    socket.on('connect_error', () => this.#lost())
    // News of what was watched a moment ago may still be on its way.
    socket.on('board:changed', (board: BoardView) => this.#isWatched(board) && this.#takeBoard(board))
    socket.on('me:changed', (me: MeView) => this.#isWatched(me) && this.#takeMe(me))
    socket.on('host:changed', (host: HostView) => this.#isWatched(host) && this.#views.takeHost(host))
    socket.on('room:changed', (room: RoomView) => this.#isWatched(room) && this.#views.takeRoom(room))
    socket.on('submission:judged', (judged: Parameters<ServerEvents['submission:judged']>[0]) =>
      this.#judged.tell(judged),
    )
    socket.on('badges:changed', () => this.#badges.tell())
    socket.on('contributions:changed', (changed: Parameters<ServerEvents['contributions:changed']>[0]) =>
      this.#contributions.tell(changed),
    )
    socket.on('series:changed', (page: Parameters<ServerEvents['series:changed']>[0]) => this.#series.tell(page))
  }

  get connection(): Connection {
    return this.#connection
  }
  get board(): BoardView | null {
    return this.#views.board
  }
  /** Null until the player has joined. */
  get me(): MeView | null {
    return this.#views.me
  }
  get host(): HostView | null {
    return this.#views.host
  }
  /** What people ask for; for whoever watches as a helper. */
  get room(): RoomView | null {
    return this.#views.room
  }
  /** Why watching was refused: a wrong code, say. */
  get refusal(): ClientRefusal | null {
    return this.#refusal
  }
  /** Whether an answer to watching has come, so that `me === null` means "has not joined". */
  get watched(): boolean {
    return this.#watched
  }
  /** The server's clock, epoch milliseconds. */
  now(): number {
    return this.#clock.now()
  }

  /**
   * Starts to watch a tournament, by its code or id. Watching the same thing again, in another language perhaps, asks
   * for the newest views and keeps what is shown until they come.
   */
  async watch(watch: Watch): Promise<void> {
    const same = this.#watch !== null && subjectOf(this.#watch) === subjectOf(watch)
    this.#watch = watch
    if (!same) this.#clear()
    if (this.#socket.connected) await this.#askToWatch()
    else this.connect()
  }

  unwatch(): void {
    if (this.#watch === null) return
    this.#watch = null
    this.#watched = false
    if (this.#socket.connected) void this.send('tournament:unwatch', {})
    // A page that goes away says so before its parts are gone, and those still read what they were given.
    queueMicrotask(() => {
      if (this.#watch === null) this.#clear()
    })
  }

  connect(): void {
    // Asked for in an effect, this must not make the effect watch once more when the connection stands.
    if (untrack(() => this.#connection) !== 'resting') return
    this.#connection = 'connecting'
    this.#socket.connect()
  }

  /** A new connection with the cookie of now, watching the same as before. */
  reconnect(): void {
    if (this.#connection === 'resting') return
    this.#views.clearOwn()
    this.#watched = false
    this.#socket.disconnect()
    this.#connection = 'reconnecting'
    this.#socket.connect()
  }

  /** Asks for something. No answer in time is `unreachable`; it may have happened all the same. */
  async send<C extends CommandName>(command: C, payload: PayloadInput<C>): Promise<Result<Reply<C>, ClientRefusal>> {
    this.connect()
    return answerOver(this.#socket, command, payload)
  }

  /** Calls `heard` for each judgement of this player's submissions; returns how to stop. */
  onJudged(heard: (...judged: Parameters<ServerEvents['submission:judged']>) => void): () => void {
    return this.#judged.add(heard)
  }

  /** Calls `heard` when something about this player's badges has changed; returns how to stop. */
  onBadges(heard: () => void): () => void {
    return this.#badges.add(heard)
  }

  /** Calls `heard` when a puzzle on its way into the bank has changed; for hosts. Returns how to stop. */
  onContribution(heard: (...changed: Parameters<ServerEvents['contributions:changed']>) => void): () => void {
    return this.#contributions.add(heard)
  }

  /** Calls `heard` with the page of the series that was read last, when it has changed. Returns how to stop. */
  onSeries(heard: (...changed: Parameters<ServerEvents['series:changed']>) => void): () => void {
    return this.#series.add(heard)
  }

  async #arrived(): Promise<void> {
    this.#fresh = true
    this.#clock.startAnew()
    if (this.#watch !== null) await this.#askToWatch()
    this.#connection = 'connected'
  }

  #lost(): void {
    if (this.#connection === 'resting') return
    this.#connection = 'reconnecting'
    this.#recall()
    if (!this.#socket.active) setTimeout(() => this.#socket.connect(), TRY_AGAIN_AFTER_MS)
  }

  #isWatched({ tournamentId }: { tournamentId: TournamentId }): boolean {
    return this.#watched && this.#views.board?.tournamentId === tournamentId
  }

  async #askToWatch(): Promise<void> {
    const watch = this.#watch
    if (watch === null) return
    const answer = await this.send('tournament:watch', watch)
    if (watch !== this.#watch) return
    if (answer.ok) this.#takeWatch(answer.value)
    else if (answer.refusal.code !== 'unreachable') this.#refusal = answer.refusal
  }

  #takeWatch({ board, me, host, room }: Reply<'tournament:watch'>): void {
    const fresh = this.#fresh
    this.#fresh = false
    this.#refusal = null
    this.#watched = true
    if (fresh) this.#views.clear()
    this.#takeBoard(board)
    if (me) this.#takeMe(me)
    if (host) this.#views.takeHost(host)
    if (room) this.#views.takeRoom(room)
    this.#keep()
  }

  /** With each step of a round, and whatever is one's own; not with each star of the room. */
  #keep(): void {
    const { code, as } = this.#watch ?? {}
    const { board, me } = this.#views
    if (as === 'player' && code && board && me) this.#kept?.keep(code, board, me)
  }
  /** As long as nothing has come: what was there when this device was last here. */
  #recall(): void {
    const { code, as } = this.#watch ?? {}
    if (as !== 'player' || !code || this.#watched) return
    const seen = this.#kept?.recall(code)
    if (!seen) return
    this.#views.board = seen.board
    this.#views.me = seen.me
    this.#watched = true
  }

  #takeBoard(board: BoardView): void {
    const before = this.#views.board?.round
    if (!this.#views.takeBoard(board)) return
    this.#clock.heard(board.serverNow)
    if (board.round?.status !== before?.status || board.round?.id !== before?.id) this.#keep()
  }
  #takeMe(me: MeView): void {
    if (this.#views.takeMe(me)) this.#keep()
  }

  #clear(): void {
    this.#views.clear()
    this.#refusal = null
    this.#watched = false
    this.#fresh = true
  }
}

export const live = new Live(openSocket(), lastViews)
