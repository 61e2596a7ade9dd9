import express, { Router, type Request, type Response } from 'express'
import { refusal } from '../../protocol/refusals.ts'
import { ok, refused } from '../../protocol/result.ts'
import type { BadgePage } from '../../protocol/badges.ts'
import type { Context } from '../handler.ts'
import type { RateLimits } from '../rate-limits.ts'

type Needs = Pick<Context, 'store' | 'badges' | 'joinUrl' | 'clock'>

const HOUR = 'public, max-age=3600'
const JWT = /\b(?:text\/plain|application\/(?:vc\+)?jwt)\b/
/** Larger than any picture of ours; foreign ones may be photographs. */
const LARGEST_FILE = '8mb'

/** Search engines are asked to leave these pages alone. */
export function noIndex(_request: Request, response: Response, next: () => void): void {
  response.setHeader('X-Robots-Tag', 'noindex, nofollow')
  next()
}

/** `/badges`: what verifiers and wallets fetch, wherever they are, without a cookie. Nobody's name is in it. */
export function badgeRoutes({ store, badges, joinUrl, clock }: Needs): Router {
  const router = Router()
  router.use(noIndex, (_request, response, next) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
    next()
  })

  router.get('/issuer', (_request, response) => document(response, badges.issuer(joinUrl())))

  router.get('/keys/:kid', async ({ params }, response) => {
    const key = await badges.key(params.kid)
    if (!key) return missing(response)
    response.setHeader('Cache-Control', HOUR)
    response.type('application/jwk+json').send(JSON.stringify(key))
  })

  router.get('/status/:list', async ({ params }, response) => {
    const list = /^[1-9]\d{0,4}$/.test(params.list) ? Number(params.list) : 0
    const jws = await badges.statusList(joinUrl(), list, clock.now())
    if (!jws) return missing(response)
    response.setHeader('Cache-Control', 'no-cache')
    response.type('application/vc+jwt').send(jws)
  })

  router.get('/achievements/:id', async ({ params }, response) => {
    const achievement = await badges.achievement(params.id)
    if (!achievement) return missing(response)
    document(response, badges.achievementDocument(joinUrl(), achievement))
  })
  router.get('/achievements/:id/image.:form', async ({ params }, response) => {
    const achievement = isPicture(params.form) ? await badges.achievement(params.id) : null
    if (!achievement || !isPicture(params.form)) return missing(response)
    picture(response, params.form, await badges.image(achievement, params.form), HOUR)
  })
  router.get('/emblems/:name.svg', ({ params }, response) => {
    const svg = badges.emblem(params.name)
    return svg === null ? missing(response) : picture(response, 'svg', svg, HOUR)
  })

  router.get('/:file', async (request, response) => {
    const [id = '', form] = request.params.file.split('.', 2)
    const badge = await store.badge(id)
    if (!badge?.jws) return missing(response)
    // A person who follows the credential's address gets its page.
    if (!form && request.accepts(['application/json', 'text/html']) === 'text/html')
      return response.redirect(302, `/badge/${id}`)
    if (form === 'jwt' || (!form && JWT.test(request.headers.accept ?? ''))) {
      response.setHeader('Cache-Control', 'no-cache')
      return void response.type('text/plain').send(badge.jws)
    }
    const asJson = !form || form === 'json' ? badges.document(badge) : null
    if (asJson) return document(response, asJson)
    const achievement = await badges.achievement(badge.achievementId)
    if (!achievement || !isPicture(form)) return missing(response)
    response.attachment(`${achievement.name.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}.${form}`)
    picture(response, form, await badges.baked(badge.jws, achievement, form), 'no-cache')
  })
  router.use((_request, response) => missing(response))
  return router
}

/** Below `/api`: what the page of a badge shows, and the check of a file somebody brings. */
export function badgeChecks({ store, badges, joinUrl }: Needs, limits: RateLimits): Router {
  const router = Router()
  router.get('/badges/:id', async ({ params }, response) => {
    const jws = (await store.badge(params.id))?.jws
    if (!jws) return void response.status(404).json(refused(refusal('badge-not-found')))
    const verification = await badges.verify(joinUrl(), new TextEncoder().encode(jws))
    response.json(ok({ verification, jws } satisfies BadgePage))
  })
  const file = express.raw({ type: () => true, limit: LARGEST_FILE })
  router.post('/verify', async (request, response, next) => {
    const within = await limits.take('command', `verify ${request.ip ?? 'nowhere'}`)
    if (!within.ok) return void response.status(429).json(within)
    file(request, response, next)
  })
  router.post('/verify', async (request, response) => {
    const body: unknown = request.body
    response.json(ok(await badges.verify(joinUrl(), body instanceof Uint8Array ? body : new Uint8Array())))
  })
  return router
}

const isPicture = (form: string | undefined): form is 'svg' | 'png' => form === 'svg' || form === 'png'

function picture(response: Response, form: 'svg' | 'png', data: string | Uint8Array, caching: string): void {
  response.setHeader('Cache-Control', caching)
  // A picture opened by itself runs nothing.
  response.setHeader('Content-Security-Policy', "default-src 'none'")
  response
    .type(form === 'svg' ? 'image/svg+xml' : 'image/png')
    .send(typeof data === 'string' ? data : Buffer.from(data))
}

function document(response: Response, value: unknown): void {
  response.setHeader('Cache-Control', 'no-cache')
  response.type('application/ld+json').send(JSON.stringify(value))
}

function missing(response: Response): void {
  response.status(404).type('text/plain').send('There is no such badge here. It may have been deleted by its owner.\n')
}
