import { AUDIT_PAGE, type AuditLine } from '../../protocol/audit.ts'
import type { auditCommands } from '../../protocol/commands/audit.ts'
import { ok } from '../../protocol/result.ts'
import type { AuditRow } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import type { HandlersOf } from '../handler.ts'

/** What was done, for the owner. */
export const audit: HandlersOf<typeof auditCommands> = {
  async 'audit:list'({ store }, _actor, query) {
    const found = await store.audit({ ...query, limit: AUDIT_PAGE + 1 })
    const rows = found.slice(0, AUDIT_PAGE)
    const lines: AuditLine[] = []
    for (const row of rows) lines.push(await lineOf(store, row))
    return ok({ lines, more: found.length > rows.length, ...(await store.auditNames()) })
  },
}

/** By listing what may be seen: ids of accounts stay here. */
async function lineOf(store: Store, row: AuditRow): Promise<AuditLine> {
  const { id, at, who, role, action, outcome, tournamentId, entryId, playerId, params } = row
  const entry = entryId && (await store.entry(entryId))
  const player = !entry && playerId ? await store.player(playerId) : null
  return {
    ...{ id, at, who, role, action, outcome, tournamentId },
    ...{
      tournament: params.tournament ?? '',
      round: params.round ?? '',
      puzzle: params.puzzle ?? '',
      host: params.host ?? '',
      count: params.count ?? null,
    },
    player: (entry || player)?.name ?? '',
  }
}
