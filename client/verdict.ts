import { isSentence } from './explain.ts'
import type { MessageKey, MessageParams } from './i18n.svelte.ts'
import type { Judgement, Run } from '../server/protocol/judgement.ts'

/** What a judgement is said as: a sentence, what to think of next, and whether it is good news. */
export type VerdictWords = { key: MessageKey; params: MessageParams; hint?: MessageKey; good: boolean }
/** A Try runs examples and own calls; in practice there is no Submit to point to. */
export type JudgedAs = 'try' | 'submit' | 'practice'

const isShown = (run: Run): boolean => run.kind === 'example'

/** Kind and exact: how many of the tests fit, and where the first difference is. */
export function verdictWords(judgement: Judgement, as: JudgedAs): VerdictWords {
  const counted = judgement.runs.filter((run) => run.kind !== 'own')
  const passed = as === 'submit' ? judgement.passed : counted.filter((run) => run.verdict === 'AC').length
  const total = as === 'submit' ? judgement.total : counted.length
  const params: MessageParams = { passed, total, kind: judgement.error?.kind ?? '', line: judgement.error?.line ?? 0 }
  const differing = counted.filter((run) => isShown(run) && run.verdict === 'WA').length
  const own = judgement.runs.some((run) => run.kind === 'own')
  switch (judgement.verdict) {
    case 'AC':
      if (as === 'submit') return { key: 'verdict.solved', params, good: true }
      if (as === 'practice') return { key: 'verdict.examplesFitPractice', params, good: true }
      return { key: own ? 'verdict.examplesFitOwn' : 'verdict.examplesFit', params, good: true }
    case 'WA':
      if (differing > 0) return { key: 'verdict.differ', params: { ...params, count: differing }, good: false }
      return { key: 'verdict.hiddenDiffer', params, hint: 'verdict.hiddenHint', good: false }
    case 'TLE':
      return { key: 'verdict.TLE', params, hint: 'verdict.TLEHint', good: false }
    case 'MLE':
      return { key: 'verdict.MLE', params, hint: 'verdict.MLEHint', good: false }
    case 'OLE':
      return { key: 'verdict.OLE', params, hint: 'verdict.OLEHint', good: false }
    case 'RTE':
      if (judgement.error && isSentence(judgement.error)) return { key: 'verdict.RTESaid', params, good: false }
      return { key: judgement.error?.line ? 'verdict.RTELine' : 'verdict.RTE', params, good: false }
    case 'CE':
      return { key: judgement.error?.line ? 'verdict.CELine' : 'verdict.CE', params, good: false }
    case 'JE':
      return { key: 'verdict.JE', params, good: false }
    default:
      return judgement.verdict satisfies never
  }
}
