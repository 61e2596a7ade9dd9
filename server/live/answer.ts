import type { Response } from 'express'
import type { Refusal, RefusalCode } from '../protocol/refusals.ts'
import type { Result } from '../protocol/result.ts'

const STATUS: Partial<Record<RefusalCode, number>> = {
  'too-many': 429,
  'too-large': 413,
  'server-error': 500,
  'server-busy': 503,
  'not-signed-in': 401,
  'not-joined': 401,
  'wrong-password': 401,
  'wrong-passphrase': 401,
  'not-allowed': 403,
  'tournament-not-found': 404,
  'name-taken': 409,
  'account-name-taken': 409,
}

/** Answers a request with a result, under the HTTP status that fits it. */
export function answer(response: Response, result: Result<unknown, Refusal>): void {
  response.status(result.ok ? 200 : (STATUS[result.refusal.code] ?? 400)).json(result)
}
