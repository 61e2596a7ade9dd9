import { said, t } from '../../i18n.svelte.ts'
import { faultWords, placeOf } from './faults.ts'
import type { PackageFault } from '../../../server/protocol/contributions.ts'

/** What is to be mended, in the page's words; where only the server has words for it, with the part of the page before them. */
export function faultText(fault: PackageFault): string {
  const words = faultWords(fault)
  const detail = said(fault.message)
  if (words) return t(words.key, { ...words.params, detail })
  return t('write.fault', { place: t(`write.part.${placeOf(fault).part}`), detail })
}
