import express, { type Express, type Request, type Response } from 'express'
import helmet from 'helmet'
import { existsSync } from 'node:fs'
import sirv from 'sirv'
import type { Ops } from '../ops/ops.ts'
import {
  JoinBody,
  KeepBody,
  MoveBody,
  PuzzleNamesQuery,
  RecoverBody,
  type Moved,
  type MoveOffer,
  type PuzzleNames,
  type SessionView,
} from '../protocol/http.ts'
import type { PlayerId } from '../protocol/ids.ts'
import { refusal, type RefusalCode } from '../protocol/refusals.ts'
import { ok, refused } from '../protocol/result.ts'
import type { Tournament } from '../store/records.ts'
import { invitedBy } from '../tournament/entry.ts'
import { nameKey } from '../protocol/names.ts'
import { chooseName } from '../tournament/names.ts'
import { addressOf } from './address.ts'
import { answer } from './answer.ts'
import type { Audit } from './audit/audit.ts'
import { tournamentByCode } from './by-code.ts'
import type { Context } from './handler.ts'
import { badgeChecks, badgeRoutes, noIndex } from './badges/http.ts'
import { join } from './handlers/entries.ts'
import { goAlong } from './people/go-along.ts'
import { contributionRoutes } from './contributions/http.ts'
import { exportRoutes } from './handlers/exports.ts'
import { accountRoutes } from './hosts/account.ts'
import { hostRoutes } from './hosts/http.ts'
import { badBody, createPost, signedIn } from './post.ts'
import { recentAwards } from './views/recent-awards.ts'
import type { RateLimits } from './rate-limits.ts'
import { machineRoutes, statusRoute } from './status/routes.ts'

const YEAR_SECONDS = 365 * 24 * 60 * 60
const BODY_LIMIT = '64kb'

/** What needs a cookie, and the page itself. */
export function createHttp(options: {
  context: Context
  limits: RateLimits
  audit: Pick<Audit, 'note'>
  ops: Ops
  metricsToken: string | null
  /** Reverse proxies in front whose word on the visitor's address is taken. */
  proxies: number
  /** Where the built client lies. */
  clientFolder: string
  /** True where the page is served over https. */
  secure: boolean
  allowedOrigin: (origin: string | undefined, host: string) => boolean
  /** Ends what an account has open: its cookie was read when it connected. */
  dropSockets: (userId: string) => void
}): Express {
  const { context, limits, audit, ops, metricsToken, proxies, clientFolder, secure, allowedOrigin, dropSockets } =
    options
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', proxies)
  app.use(helmet(headersFor(secure)))
  app.use(machineRoutes(ops, metricsToken))

  app.use('/api', express.json({ limit: BODY_LIMIT, strict: true }), (request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    if (request.method === 'GET' || allowedOrigin(request.headers.origin, request.headers.host ?? '')) return next()
    answer(response, refused(refusal('bad-request', { detail: 'origin' })))
  })

  const post = createPost(app, { context, limits, proxies })
  hostRoutes(post, { context, limits, audit, dropSockets })
  accountRoutes(app, post, { context, audit, dropSockets })
  app.use('/api/status', statusRoute(ops, context.identity))
  app.get('/api/session', async (request, response) => {
    const { identity } = context
    const renewed = await Promise.all([identity.renewPlayer(request.headers), identity.renewHost(request.headers)])
    for (const cookie of renewed.flat()) response.appendHeader('Set-Cookie', cookie)
    answer(response, ok(await sessionView(context, request)))
  })

  app.get('/api/awards', async (_request, response) => {
    answer(response, ok({ tournaments: await recentAwards(context) }))
  })

  app.get('/api/puzzle-names', (request, response) => {
    const query = PuzzleNamesQuery.safeParse(request.query)
    if (!query.success) return answer(response, refused(badBody(query.error.issues[0])))
    const names: PuzzleNames = { names: context.bank.names(query.data.locale) }
    // A browser that has the list already asks whether it is still the same.
    response.setHeader('Cache-Control', 'no-cache')
    answer(response, ok(names))
  })

  post('/api/join', 'join', JoinBody, async (request, { code, name, star, continueAsKnown, helperKey }) => {
    const { store, identity } = context
    const [host, player] = await Promise.all([identity.hostOf(request.headers), identity.playerOf(request.headers)])
    const who = { address: addressOf(request, proxies), actor: { host, player } }
    const found = await tournamentByCode({ store, limits }, code, who)
    if (!found.ok) return found
    const tournament = found.value
    const known = continueAsKnown ? player : null
    if (!known) {
      const fits = await fitsIn(context, tournament, name, helperKey)
      if (!fits.ok) return fits
    }
    const { account, setCookies } = known
      ? { account: known, setCookies: [] }
      : await identity.startAnonymous({ name, star })
    const joined = await join(context, tournament, { playerId: account.playerId, name, star, helperKey })
    if (!joined.ok) return joined
    if (helperKey !== undefined) {
      const { id: tournamentId, name: called } = tournament
      const who = { who: name, userId: account.userId, role: 'helper' } as const
      const about = { tournamentId, entryId: joined.value.entryId, params: { tournament: called } }
      await audit.note({ action: 'helper:join', outcome: 'ok', ...who, ...about })
    }
    return ok({ reply: { tournamentId: tournament.id }, setCookies })
  })

  post('/api/forget', 'forget', null, async (request) => {
    return ok({ reply: {}, setCookies: await context.identity.forgetPlayer(request.headers) })
  })
  post('/api/keep', 'keep', KeepBody, async (request, { playerName }) => {
    const { identity } = context
    const player = await identity.playerOf(request.headers)
    if (!player) return refused(refusal('not-joined'))
    const kept = await identity.keep(player, playerName)
    return kept.ok ? ok({ reply: kept.value, setCookies: [] }) : kept
  })
  post('/api/recover', 'recover', RecoverBody, async (request, { alsoMe, ...body }) => {
    const within = await limits.take('recoverName', nameKey(body.playerName))
    if (!within.ok) return within
    const recovered = await context.identity.recover(body)
    if (!recovered.ok || !alsoMe) return signedIn(recovered)
    const before = await context.identity.playerOf(request.headers)
    const goes = await goAlong(context, before?.playerId ?? null, recovered.value.account.playerId)
    return goes.ok ? signedIn(recovered) : goes
  })
  post('/api/move', 'keep', null, async (request) => {
    const player = await context.identity.playerOf(request.headers)
    if (!player) return refused(refusal('not-joined'))
    const { token, expiresAt } = await context.identity.offerMove(player)
    // Behind the hash: a link's token reaches no server's log.
    const reply: MoveOffer = { link: `${context.joinUrl()}/move#${token}`, expiresAt }
    return ok({ reply, setCookies: [] })
  })
  post('/api/move/take', 'recover', MoveBody, async (_request, { token }) => {
    const moved = await context.identity.takeMove(token)
    if (!moved.ok) return moved
    const reply: Moved = { code: await openTournamentOf(context, moved.value.account.playerId) }
    return ok({ reply, setCookies: moved.value.setCookies })
  })
  app.use('/api/export', exportRoutes(context))
  app.use('/api/contributions', contributionRoutes(context, limits))
  app.use('/api', badgeChecks(context, limits))
  app.use('/api', (_request, response) => answer(response, refused(refusal('bad-request', { detail: 'path' }))))

  app.use('/badges', badgeRoutes(context))
  app.use(['/badge', '/verify'], noIndex)
  // Scripts and styles lie compressed beside themselves: a phone on bad Wi-Fi gets a third of the bytes.
  if (existsSync(`${clientFolder}/assets`))
    app.use(
      '/assets',
      sirv(`${clientFolder}/assets`, { brotli: true, gzip: true, immutable: true, maxAge: YEAR_SECONDS }),
    )
  app.use('/assets', (_request, response) => void response.status(404).type('text/plain').send('not here\n'))
  // A worker that is not looked for again would hold everybody at an old version.
  app.get('/sw.js', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-cache')
    next()
  })
  app.use(express.static(clientFolder, { index: false, maxAge: 0 }))
  app.use((request, response, next) => {
    if (request.method !== 'GET') return next()
    response.sendFile('index.html', { root: clientFolder, headers: { 'Cache-Control': 'no-cache' } })
  })
  app.use((error: unknown, _request: Request, response: Response, _next: () => void) => {
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500
    if (status >= 500) context.log({ level: 'error', message: 'a request failed', error: String(error) })
    const code: RefusalCode = status === 413 ? 'too-large' : status < 500 ? 'bad-request' : 'server-error'
    if (!response.headersSent)
      answer(response, refused(refusal(code, code === 'bad-request' ? { detail: 'request' } : undefined)))
  })
  return app
}

/** Before an account is made for somebody who cannot come in like this. */
async function fitsIn({ store }: Context, tournament: Tournament, name: string, helperKey: string | undefined) {
  const invited = invitedBy(helperKey, tournament.helperKey)
  return invited.ok ? chooseName(name, await store.entriesOf(tournament.id), null, tournament) : invited
}

/** The code of the open tournament that a player joined last. */
async function openTournamentOf({ store }: Context, playerId: PlayerId): Promise<string | null> {
  const entries = (await store.entriesOfPlayer(playerId)).filter(({ removed }) => !removed)
  for (const { tournamentId } of entries.sort((a, b) => b.joinedAt - a.joinedAt)) {
    const tournament = await store.tournament(tournamentId)
    if (tournament?.status === 'open') return tournament.code
  }
  return null
}

async function sessionView({ identity, store }: Context, request: Request): Promise<SessionView> {
  const player = await identity.playerOf(request.headers)
  const row = player && (await store.player(player.playerId))
  const host = await identity.hostOf(request.headers)
  return {
    player: row && { id: row.id, name: row.name, star: row.star, kept: row.accountName !== null },
    host: host && { name: host.name, role: host.role },
  }
}

/** Over plain http the browser must not be told to ask for https: the page would break on a local network. */
function headersFor(secure: boolean): Parameters<typeof helmet>[0] {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Svelte's transitions and the editor set styles from script; no style comes from a user.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // What else runs under this name is not ours to speak for.
    strictTransportSecurity: secure && { includeSubDomains: false },
    // These need a secure page; over plain http browsers only complain about them.
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    referrerPolicy: { policy: 'same-origin' },
  }
}
