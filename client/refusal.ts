import { formatList, hasMessage, t } from './i18n.svelte.ts'
import { packageFaultsText } from './package-fault.ts'
import type { PackageFault } from '../server/protocol/contributions.ts'
import type { RefusalCode, RefusalParams } from '../server/protocol/refusals.ts'

/** A refusal by the server, or `unreachable`: no answer came, and nothing is known. */
export type ClientRefusal = {
  code: RefusalCode | 'unreachable'
  params?: RefusalParams
  message: string
  faults?: PackageFault[]
}

export const unreachable: ClientRefusal = { code: 'unreachable', message: 'The server cannot be reached.' }

/** What the server names by its own word, in the page's: who may do something, how a round stands. */
function inWords(name: string, value: string | number): string | number {
  const words = String(value).split(', ')
  const known = words.map((word) => (name === 'who' ? `role.${word}` : `roundStatus.${word}`)).filter(hasMessage)
  return known.length === words.length
    ? formatList(
        known.map((key) => t(key)),
        'disjunction',
      )
    : value
}

/** The refusal in the page's language; a code newer than this page in the server's own words. */
export function refusalText(refusal: ClientRefusal): string {
  const key = `refusal.${refusal.code}`
  if (!hasMessage(key)) return refusal.message
  const params = { ...refusal.params }
  for (const name of ['who', 'status']) if (params[name] !== undefined) params[name] = inWords(name, params[name])
  if (refusal.faults) params['detail'] = packageFaultsText(refusal.faults)
  return t(key, params)
}
