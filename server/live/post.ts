import type { Express, Request } from 'express'
import type { z } from 'zod'
import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import { addressOf } from './address.ts'
import { answer } from './answer.ts'
import type { Context } from './handler.ts'
import type { LimitName, RateLimits } from './rate-limits.ts'

export type Posted = Promise<Result<{ reply: unknown; setCookies: string[] }, Refusal>>
/** One JSON endpoint: limit, shape, work, cookies. */
export type Post = <S extends z.ZodType>(
  path: string,
  limit: LimitName,
  schema: S | null,
  work: (request: Request, body: z.output<S>) => Posted,
) => void

export function createPost(
  app: Express,
  { context, limits, proxies }: { context: Context; limits: RateLimits; proxies: number },
): Post {
  return (path, limit, schema, work) => {
    app.post(path, async (request, response) => {
      const begun = performance.now()
      const reply = (result: Result<unknown, Refusal>) => {
        const outcome = result.ok ? 'ok' : result.refusal.code
        const durationMs = Math.round(performance.now() - begun)
        context.measure.command(path, outcome, durationMs)
        context.log({ level: result.ok ? 'info' : 'warn', message: 'request', path, outcome, durationMs })
        answer(response, result)
      }
      const within = await limits.take(limit, addressOf(request, proxies))
      if (!within.ok) return reply(within)
      const body = schema ? schema.safeParse(request.body) : { success: true as const, data: undefined as never }
      if (!body.success) return reply(refused(badBody(body.error.issues[0])))
      const result = await work(request, body.data)
      if (result.ok) for (const cookie of result.value.setCookies) response.appendHeader('Set-Cookie', cookie)
      reply(result.ok ? ok(result.value.reply) : result)
    })
  }
}

/** What a sign-in answers: cookies, and nothing to read. */
export const signedIn = (result: Result<{ setCookies: string[] }, Refusal>) =>
  result.ok ? ok({ reply: {}, setCookies: result.value.setCookies }) : result

/** A refusal that names the field. */
export function badBody(issue: { path: PropertyKey[]; message: string } | undefined): Refusal {
  const field = issue?.path.join('.') ?? ''
  if (field === 'name') return refusal('name-unusable')
  if (field === 'playerName') return refusal('account-name-unusable')
  return refusal('bad-request', { detail: `${field}: ${issue?.message ?? ''}`.slice(0, 200) })
}
