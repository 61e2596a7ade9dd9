import { unreachable, type ClientRefusal } from './refusal.ts'
import type { Result } from '../server/protocol/result.ts'

/** What needs a cookie goes over HTTP (server/protocol/http.ts). No exception leaves these: no answer is `unreachable`. */
export const apiGet = <T>(path: `/api/${string}`): Promise<Result<T, ClientRefusal>> => ask<T>(path, {})

export const apiPost = <T>(path: `/api/${string}`, body: object = {}): Promise<Result<T, ClientRefusal>> =>
  ask<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

/** A file as it is; answers like any other path. */
export const apiUpload = <T>(path: `/api/${string}`, file: Blob): Promise<Result<T, ClientRefusal>> =>
  ask<T>(path, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file })

async function ask<T>(path: string, init: RequestInit): Promise<Result<T, ClientRefusal>> {
  try {
    const response = await fetch(path, { credentials: 'same-origin', ...init })
    return (await response.json()) as Result<T, ClientRefusal>
  } catch {
    return { ok: false, refusal: unreachable }
  }
}
