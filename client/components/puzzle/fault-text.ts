import { t } from '../../i18n.svelte.ts'
import { packageFaultText } from '../../package-fault.ts'
import { faultWords, placeOf } from './faults.ts'
import type { PackageFault } from '../../../server/protocol/contributions.ts'

/** What is to be mended, in the page's words; where they are the package's, with the part of the page before them. */
export function faultText(fault: PackageFault): string {
  const words = faultWords(fault)
  const detail = packageFaultText(fault)
  if (words) return t(words.key, { ...words.params, detail })
  return t('write.fault', { place: t(`write.part.${placeOf(fault).part}`), detail })
}
