import { hasMessage, t } from './i18n.svelte.ts'
import type { RefusalCode, RefusalParams } from '../server/protocol/refusals.ts'

/** A refusal by the server, or `unreachable`: no answer came, and nothing is known. */
export type ClientRefusal = { code: RefusalCode | 'unreachable'; params?: RefusalParams; message: string }

export const unreachable: ClientRefusal = { code: 'unreachable', message: 'The server cannot be reached.' }

/** The refusal in the page's language; a code newer than this page in the server's own words. */
export function refusalText(refusal: ClientRefusal): string {
  const key = `refusal.${refusal.code}`
  return hasMessage(key) ? t(key, refusal.params) : refusal.message
}
