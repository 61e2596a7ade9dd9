import type { Server as HttpServer } from 'node:http'
import type { Express } from 'express'
import type { Ops } from '../ops/ops.ts'
import type { PlayerId } from '../protocol/ids.ts'
import type { Round } from '../store/records.ts'
import type { Decision } from '../store/store.ts'
import { createDirector, type Touched } from './director.ts'
import { createDispatch, type AllHandlers } from './dispatch.ts'
import { createEffects } from './effects.ts'
import type { Context } from './handler.ts'
import { createTrialQueue } from './contributions/queue.ts'
import { SIGN_BADGES } from './badges/later.ts'
import { signBadgesNow } from './badges/sign.ts'
import { createAudit } from './audit/audit.ts'
import { audit } from './handlers/audit.ts'
import { badges } from './handlers/badges.ts'
import { bank } from './handlers/bank.ts'
import { breaks } from './handlers/breaks.ts'
import { ceremony } from './handlers/ceremony.ts'
import { contributions } from './handlers/contributions.ts'
import { contributionMoves } from './handlers/contribution-moves.ts'
import { entries } from './handlers/entries.ts'
import { flags } from './handlers/flags.ts'
import { help } from './handlers/help.ts'
import { house } from './handlers/house.ts'
import { kits } from './handlers/kits.ts'
import { people } from './handlers/people.ts'
import { playing } from './handlers/playing.ts'
import { practice } from './handlers/practice.ts'
import { preparing } from './handlers/preparing.ts'
import { profile } from './handlers/profile.ts'
import { questions } from './handlers/questions.ts'
import { rejudging } from './handlers/rejudging.ts'
import { rehearsal } from './handlers/rehearsal.ts'
import { running } from './handlers/running.ts'
import { seasons } from './handlers/seasons.ts'
import { series } from './handlers/series.ts'
import { createHttp } from './http.ts'
import { createLoad, type Load, type MeasureDelay } from './load.ts'
import { createJudging } from './judging.ts'
import type { Parts } from './parts.ts'
import { createPresence } from './presence.ts'
import { createPublisher, rooms } from './publisher.ts'
import { createRateLimits } from './rate-limits.ts'
import { createRejudgingQueue } from './rejudging/queue.ts'
import { createRehearsals } from './rehearsals.ts'
import { RATE_ROUND, RATE_TOURNAMENT } from './rating/later.ts'
import { createModel } from './rating/model.ts'
import { rateRoundNow } from './rating/rate-round.ts'
import { rateTournamentNow } from './rating/rate-tournament.ts'
import { createSockets, meetAnew, serveSockets } from './sockets.ts'
import { createSweep } from './sweep.ts'
import { createTimers } from './timers.ts'
import { createViews } from './views/views.ts'

const handlers: AllHandlers = {
  ...playing,
  ...running,
  ...flags,
  ...rejudging,
  ...preparing,
  ...entries,
  ...questions,
  ...rehearsal,
  ...help,
  ...breaks,
  ...ceremony,
  ...bank,
  ...kits,
  ...practice,
  ...profile,
  ...badges,
  ...people,
  ...series,
  ...seasons,
  ...house,
  ...contributions,
  ...contributionMoves,
  ...audit,
}

export type LiveOptions = Parts & {
  clientFolder: string
  /** True where the page is served over https. */
  secure: boolean
  allowedOrigin: (origin: string | undefined, host: string) => boolean
  /** 1 in earnest; more for bots that share one address and one account of time. */
  rateLimitScale?: number
  ops: Ops
  metricsToken: string | null
  /** Reverse proxies in front whose word on the visitor's address is taken. */
  proxies: number
  /** Tests say how late the event loop is. */
  measureDelay?: MeasureDelay
}

/** The live tournament on an HTTP server: sockets, endpoints, timers, and what start-up takes up again. */
export type Live = {
  app: Express
  /** Queues what was not judged, moves rounds on, does what was left to be done. */
  takeUp(lastSeenAt?: number | null): Promise<void>
  /** Resolves when nothing is left to be done. */
  idle(): Promise<void>
  connections(): number
  load: Load
  close(): Promise<void>
}

export function createLive(http: HttpServer, options: LiveOptions): Live {
  const { clientFolder, secure, allowedOrigin, rateLimitScale, ops, metricsToken, proxies, measureDelay, ...parts } =
    options
  const { store, clock, log, measure } = parts
  const presence = createPresence()
  const model = createModel(parts)
  const io = createSockets(http, allowedOrigin)
  const rehearsals = createRehearsals(clock, (id) => publisher.touch({ tournaments: [id] }))
  const views = createViews({ ...parts, presence, model, rehearsals })
  const load = createLoad({
    judge: parts.judge,
    changed: (shedding, strain) => log({ level: 'warn', message: 'load', shedding, ...strain }),
    ...(measureDelay ? { measureDelay } : {}),
  })
  const publisher = createPublisher({ io, views, presence, clock, load, measure, log })
  const director = createDirector({ store, committed })
  const judging = createJudging({ ...parts, director, tell: publisher.judged })
  const timers = createTimers({ ...parts, director })
  const effects = createEffects({
    ...{ store, clock, log },
    doing: {
      [RATE_ROUND]: (effect) => rateRoundNow({ ...parts, director, model }, effect),
      [SIGN_BADGES]: (effect) => signBadgesNow({ ...parts, director }, effect),
      [RATE_TOURNAMENT]: (effect) => rateTournamentNow({ ...parts, director }, effect),
    },
  })
  const queue = createTrialQueue({ ...parts, director })
  const again = createRejudgingQueue({ ...parts, director, touch: publisher.touch })
  const sweep = createSweep({ store, clock, log, forget: (id) => parts.identity.deletePlayer(id) })
  const limits = createRateLimits(rateLimitScale)
  const context: Context = { ...parts, director, model }
  const trail = createAudit({ ...parts, director })
  const dispatch = createDispatch(context, limits, load, trail)
  serveSockets(io, { ...parts, presence, rehearsals, publisher, views, dispatch, handlers, limits, proxies })

  const dropSockets = (userId: string) => io.in(rooms.account(userId)).disconnectSockets(true)

  /** What follows from a commit, once it is on disk. */
  function committed({ changes }: Decision, touched: Touched): void {
    for (const change of changes) {
      if (change.table === 'submissions' && change.do === 'insert') judging.enqueue(change.row)
      if (change.table === 'rounds' && change.do === 'put') wakeLater(change.row)
      if (change.table === 'contributions') publisher.contribution('row' in change ? change.row.id : change.id)
      if (change.table === 'links') comeInAnew('row' in change ? change.row.id : change.id)
      if (change.table === 'entries' && change.do === 'put' && (!change.row.helper || change.row.removed))
        publisher.noHelper(change.row.tournamentId, change.row.id)
    }
    for (const id of touched.anew ?? []) comeInAnew(id)
    // A judgement may be what the rating of an ended round waits for.
    if (changes.some(({ table, do: kind }) => table === 'effects' || (table === 'submissions' && kind === 'patch')))
      effects.kick()
    queue.heard(changes)
    again.heard(changes)
    publisher.touch(touched)
  }
  /** Whoever was linked, or is not any more, comes in as who they are now; who was taken off a list, or let back in, hears of it. */
  function comeInAnew(id: PlayerId): void {
    store.player(id).then(
      (player) => player?.userId && meetAnew(io, player.userId),
      (error: unknown) =>
        log({ level: 'error', message: 'a player was not told who they are', playerId: id, error: String(error) }),
    )
  }
  function wakeLater(round: Round): void {
    timers
      .set(round)
      .catch((error: unknown) =>
        log({ level: 'error', message: 'a round has no timer', roundId: round.id, error: String(error) }),
      )
  }

  return {
    app: createHttp({
      context,
      limits,
      audit: trail,
      ops,
      metricsToken,
      proxies,
      clientFolder,
      secure,
      allowedOrigin,
      dropSockets,
    }),
    load,
    async takeUp(lastSeenAt = null) {
      const waiting = await judging.takeUp()
      if (waiting > 0) log({ level: 'info', message: 'submissions queued again', count: waiting })
      await timers.takeUp(lastSeenAt)
      effects.kick()
      await queue.takeUp()
      again.takeUp()
      sweep.start()
    },
    async idle() {
      await again.idle()
      await effects.idle()
      await sweep.idle()
    },
    connections: () => io.engine.clientsCount,
    async close() {
      io.emit('server:leaving')
      load.stop()
      sweep.stop()
      timers.stop()
      judging.stop()
      queue.stop()
      again.stop()
      publisher.stop()
      await io.close()
      effects.stop()
      await effects.idle()
      await sweep.idle()
      await queue.idle()
      await again.idle()
    },
  }
}
