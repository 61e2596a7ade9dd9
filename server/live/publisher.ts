import type { Server } from 'socket.io'
import type { ClientEvents, ServerEvents } from '../protocol/commands.ts'
import type { ContributionId, EntryId, PlayerId, SeriesId, TournamentId } from '../protocol/ids.ts'
import type { Judgement } from '../protocol/judgement.ts'
import type { Submission } from '../store/records.ts'
import type { Clock } from './clock.ts'
import type { Touched } from './director.ts'
import type { Load, Shedding } from './load.ts'
import type { Measure } from '../ops/metrics.ts'
import type { LogEntry } from './parts.ts'
import type { Presence } from './presence.ts'
import type { Views } from './views/views.ts'

export type Sockets = Server<ClientEvents, ServerEvents>

export const rooms = {
  board: (id: TournamentId) => `board:${id}`,
  host: (id: TournamentId) => `host:${id}`,
  helper: (id: TournamentId) => `helper:${id}`,
  entry: (id: EntryId) => `entry:${id}`,
  account: (userId: string) => `account:${userId}`,
  player: (id: PlayerId) => `player:${id}`,
  series: (id: SeriesId) => `series:${id}`,
  hosts: 'hosts',
}

/** Sends views to those who watch, when what they show has changed. */
export type Publisher = {
  touch(touched: Touched): void
  judged(submission: Submission, judgement: Judgement): void
  /** This entry's devices hear no more of what helpers hear. */
  noHelper(tournamentId: TournamentId, id: EntryId): void
  /** Tells every host that a puzzle on its way into the bank has changed. */
  contribution(id: ContributionId): void
  stop(): void
}

/** At most four boards a second and tournament; the host's long list half as often, and so a series' page. */
const BOARD_EVERY_MS = 250
const HOST_EVERY_MS = 500
/** Time alone can make somebody quiet or away: while a round runs the host's view is made anew at least this often. */
const LOOK_AGAIN_AFTER_MS = 15_000
/** Under load, so many times less often; what is sent then is as new as ever. */
const STRETCH: Record<Shedding, number> = { nothing: 1, boards: 4, tries: 8 }

export function createPublisher(options: {
  io: Sockets
  views: Views
  presence: Presence
  clock: Clock
  load: Pick<Load, 'shedding'>
  measure: Pick<Measure, 'shed'>
  log: (entry: LogEntry) => void
}): Publisher {
  const { io, views, presence, clock, load, measure, log } = options
  const stretched = (everyMs: number) => () => {
    if (load.shedding !== 'nothing') measure.shed('board')
    return everyMs * STRETCH[load.shedding]
  }

  const guarded = (work: () => Promise<void>) => {
    work().catch((error: unknown) => log({ level: 'error', message: 'a view could not be sent', error: String(error) }))
  }
  const boards = throttled<TournamentId>(clock, stretched(BOARD_EVERY_MS), (id) =>
    guarded(async () => {
      const board = await views.board(id)
      if (board) io.to(rooms.board(id)).emit('board:changed', board)
    }),
  )
  const hosts = throttled<TournamentId>(clock, stretched(HOST_EVERY_MS), (id) =>
    guarded(async () => {
      if (!io.sockets.adapter.rooms.has(rooms.host(id))) return
      const host = await views.host(id)
      if (!host) return
      io.to(rooms.host(id)).emit('host:changed', host)
      if (host.rounds.some(({ status }) => status === 'running')) lookAgain(id)
    }),
  )
  const helpers = throttled<TournamentId>(clock, stretched(HOST_EVERY_MS), (id) =>
    guarded(async () => {
      if (!io.sockets.adapter.rooms.has(rooms.helper(id))) return
      const room = await views.room(id)
      if (room) io.to(rooms.helper(id)).emit('room:changed', room)
    }),
  )

  const seriesPages = throttled<SeriesId>(clock, stretched(HOST_EVERY_MS), (id) =>
    guarded(async () => {
      if (!io.sockets.adapter.rooms.has(rooms.series(id))) return
      const page = await views.series(id)
      if (page) io.to(rooms.series(id)).emit('series:changed', page)
    }),
  )

  let stopped = false
  const again = new Map<TournamentId, () => void>()
  function lookAgain(id: TournamentId) {
    again.get(id)?.()
    if (stopped) return
    const look = () => {
      again.delete(id)
      hosts.ask(id)
    }
    again.set(id, clock.at(clock.now() + LOOK_AGAIN_AFTER_MS, look))
  }

  // Own views go out one after another: a round that starts concerns everybody, and must not hold up what comes in.
  const waiting = new Set<EntryId>()
  let sending = false
  async function sendOwn() {
    if (sending) return
    sending = true
    try {
      for (const id of waiting) {
        waiting.delete(id)
        const me = await views.me(id)
        if (me) io.to(rooms.entry(id)).emit('me:changed', me)
        await new Promise((resolve) => setImmediate(resolve))
      }
    } finally {
      sending = false
    }
  }

  return {
    touch({ tournaments = [], entries = [], series = [], badgesOf = [] }) {
      // Connections that close with the server still say that somebody left.
      if (stopped) return
      for (const id of tournaments) {
        boards.ask(id)
        hosts.ask(id)
        helpers.ask(id)
      }
      for (const id of series) seriesPages.ask(id)
      for (const id of entries) if (presence.isHere(id)) waiting.add(id)
      for (const id of badgesOf) io.to(rooms.player(id)).emit('badges:changed')
      guarded(sendOwn)
    },
    judged({ id: submissionId, entryId, roundId, problemId }, judgement) {
      io.to(rooms.entry(entryId)).emit('submission:judged', { roundId, problemId, submissionId, judgement })
    },
    contribution(contributionId) {
      io.to(rooms.hosts).emit('contributions:changed', { contributionId })
    },
    noHelper(tournamentId, id) {
      io.in(rooms.entry(id)).socketsLeave(rooms.helper(tournamentId))
    },
    stop() {
      stopped = true
      boards.stop()
      hosts.stop()
      helpers.stop()
      seriesPages.stop()
      for (const cancel of again.values()) cancel()
    },
  }
}

/** Runs `work` for a key at once, and then at most every `everyMs()`, the last asking never lost. */
function throttled<K>(clock: Clock, everyMs: () => number, work: (key: K) => void) {
  const next = new Map<K, { due: boolean; cancel: () => void }>()
  const run = (key: K) => {
    work(key)
    const cancel = clock.at(clock.now() + everyMs(), () => {
      const due = next.get(key)?.due ?? false
      next.delete(key)
      if (due) run(key)
    })
    next.set(key, { due: false, cancel })
  }
  return {
    ask(key: K) {
      const pending = next.get(key)
      if (pending) pending.due = true
      else run(key)
    },
    stop() {
      for (const { cancel } of next.values()) cancel()
      next.clear()
    },
  }
}
