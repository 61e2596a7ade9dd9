import { hasMessage, t } from './i18n.svelte.ts'
import type { PackageFault } from '../server/protocol/contributions.ts'
import type { FaultParams } from '../server/protocol/package-faults.ts'

const LANGUAGES: Record<string, string> = { python: 'Python', javascript: 'JavaScript', typescript: 'TypeScript' }

/** What the server names by its own word, in the page's: a language, a test, a step of the trial. */
function inWords(params: FaultParams): FaultParams {
  const words = { ...params }
  const { language, run, step } = params
  if (language !== undefined) words['language'] = LANGUAGES[language] ?? language
  const [, list, number] = /^(example|hidden) (\d+)$/.exec(String(run)) ?? []
  const runKey = `packageFault.run.${list}`
  if (hasMessage(runKey)) words['run'] = t(runKey, { number: number ?? '' })
  const stepKey = `write.step.${step}`
  if (hasMessage(stepKey)) words['step'] = t(stepKey)
  return words
}

/**
 * What is wrong with a package, in the page's language, as it stands behind its place; in English where the page does not
 * have the texts about packages, and where an old report of a trial has no code.
 */
export function packageFaultText({ code, params, message }: PackageFault): string {
  const key = `packageFault.${code}`
  return hasMessage(key) ? t(key, inWords(params)) : message
}

/** Several, each with its place. */
export const packageFaultsText = (faults: readonly PackageFault[]): string =>
  faults
    .map((fault) => [fault.file, fault.field, packageFaultText(fault)].filter((part) => part !== '').join(': '))
    .join('; ')
