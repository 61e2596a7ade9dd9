import { createHash, timingSafeEqual } from 'node:crypto'
import { Router } from 'express'
import type { Identity } from '../../identity/identity.ts'
import type { Ops } from '../../ops/ops.ts'
import { ok } from '../../protocol/result.ts'

/**
 * What machines ask. `/healthz`: the process answers. `/readyz`: a round could run, otherwise 503 and what is missing.
 * `/metrics`: Prometheus' text, behind a bearer token where one is set.
 */
export function machineRoutes(ops: Ops, metricsToken: string | null): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => void response.type('text/plain').send('ok\n'))
  router.get('/readyz', (_request, response) => {
    const missing = ops.notReady()
    response
      .status(missing === null ? 200 : 503)
      .type('text/plain')
      .send(missing === null ? 'ready\n' : `not ready: ${missing}\n`)
  })
  router.get('/metrics', async (request, response) => {
    if (metricsToken !== null && !isSame(request.headers.authorization ?? '', `Bearer ${metricsToken}`))
      return void response.status(401).type('text/plain').send('Give the token of METRICS_TOKEN as a bearer token.\n')
    const { contentType, text } = await ops.metrics()
    response.setHeader('Content-Type', contentType)
    response.send(text)
  })
  return router
}

/** What people ask: the same for everybody, and for a signed-in host what the workers said when they failed. */
export function statusRoute(ops: Ops, identity: Pick<Identity, 'hostOf'>): Router {
  const router = Router()
  router.get('/', async (request, response) => {
    // Without a database nobody can be recognised, and the status is wanted most.
    const host = await identity.hostOf(request.headers).catch(() => null)
    response.json(ok(ops.status(host !== null)))
  })
  return router
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const isSame = (given: string, wanted: string) => timingSafeEqual(digest(given), digest(wanted))
