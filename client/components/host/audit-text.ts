import { t } from '../../i18n.svelte.ts'
import type { AuditLine } from '../../../server/protocol/audit.ts'
import { REFUSALS } from '../../../server/protocol/refusals.ts'

/** What was done, as one sentence. */
export function auditText({ action, who, tournament, round, puzzle, host, player, count }: AuditLine): string {
  const number = count ?? 0
  return t(`audit.${action}`, {
    who: who || t('audit.somebody'),
    tournament: tournament || t('audit.gone'),
    round: round || t('audit.gone'),
    puzzle: puzzle || t('audit.gone'),
    host: host || t('audit.gone'),
    player: player || t('audit.gone'),
    ...{ count: number, place: number, percent: number },
  })
}

/** Why it was not done; null where that took more words than the trail keeps, or where it was done. */
export function auditReason({ outcome }: AuditLine): string | null {
  if (outcome === 'ok' || REFUSALS[outcome].includes('{{')) return null
  return t(`refusal.${outcome}`)
}

/** The milliseconds at which a day of this device begins and ends, of `2026-11-22`; null where it is none. */
export function dayBounds(day: string): { from: number; to: number } | null {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return null
  return { from: new Date(year, month - 1, date).getTime(), to: new Date(year, month - 1, date + 1).getTime() }
}
