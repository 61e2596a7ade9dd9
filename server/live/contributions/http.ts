import { raw, Router, type NextFunction, type Request, type Response } from 'express'
import { MAX_IMPORT_BYTES } from '../../protocol/limits.ts'
import type { ImportReply } from '../../protocol/contributions.ts'
import type { ContributionId } from '../../protocol/ids.ts'
import { refusal, unusable, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import { answer } from '../answer.ts'
import type { Context } from '../handler.ts'
import type { RateLimits } from '../rate-limits.ts'
import { faultsOf, newContribution } from './drafts.ts'
import { found } from './rows.ts'

type Needs = Pick<
  Context,
  'store' | 'director' | 'bank' | 'authoring' | 'identity' | 'clock' | 'newId' | 'log' | 'measure'
>

/** `/api/contributions`: puzzles come and go as zips, for hosts. */
export function contributionRoutes(context: Needs, limits: RateLimits): Router {
  const { store, authoring, identity } = context
  const router = Router()

  /** Nothing of a body is read before it is clear that it comes from a host. */
  const hostsOnly = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const host = await identity.hostOf(request.headers)
    const may = host ? await limits.take('import', host.userId) : refused(refusal('not-signed-in'))
    if (may.ok) next()
    else answer(response, may)
  }

  router.get('/:id.zip', async (request, response) => {
    if (!(await identity.hostOf(request.headers))) return answer(response, refused(refusal('not-signed-in')))
    const read = await found(store, String(request.params['id']) as ContributionId)
    if (!read.ok) return answer(response, read)
    const { id, bytes } = authoring.pack(read.value.draft)
    response.attachment(`${id}.zip`).send(Buffer.from(bytes))
  })

  router.post(
    '/import',
    hostsOnly,
    raw({ type: () => true, limit: MAX_IMPORT_BYTES }),
    async (request: Request, response: Response) => {
      const begun = performance.now()
      const result = await take(request)
      const outcome = result.ok ? 'ok' : result.refusal.code
      const durationMs = Math.round(performance.now() - begun)
      context.measure.command('/api/contributions/import', outcome, durationMs)
      const who = { path: '/api/contributions/import', outcome, durationMs }
      context.log({ level: result.ok ? 'info' : 'warn', message: 'request', ...who })
      answer(response, result)
    },
  )

  async function take(request: Request): Promise<Result<ImportReply, Refusal>> {
    const body: unknown = request.body
    if (!Buffer.isBuffer(body)) return refused(refusal('bad-request', { detail: 'a zip is expected' }))
    const name = request.query['name']
    const arrived = authoring.unpack(body, typeof name === 'string' ? name.slice(0, 200) : '')
    if (!arrived.ok) return refused(unusable(arrived.refusal))
    const { draft, report } = arrived.value
    const row = newContribution(context, await identity.hostOf(request.headers), draft)
    const faults = await faultsOf(context, draft, null)
    return context.director.decide(async () =>
      ok({
        expected: {},
        changes: [{ do: 'insert', table: 'contributions', row }],
        reply: { contributionId: row.id, report, faults },
      }),
    )
  }
  return router
}
