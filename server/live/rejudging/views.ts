import type { EntryId } from '../../protocol/ids.ts'
import type { RejudgingRow, RejudgingView } from '../../protocol/rejudging.ts'
import type { Rejudging } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import { solvesMoved } from '../../tournament/rejudging.ts'
import type { Parts } from '../parts.ts'
import { isOutdated } from './decide.ts'
import { judgedAgain } from './judged.ts'

/** What was judged again in the tournament, and what is being; the newest first. */
export async function rejudgingRows(
  store: Pick<Store, 'rejudgingsOf' | 'roundsUnderWay'>,
  tournamentId: Rejudging['tournamentId'],
): Promise<RejudgingRow[]> {
  const all = await store.rejudgingsOf(tournamentId)
  const roundIsOn = all.length > 0 && (await store.roundsUnderWay()).some(({ status }) => status !== 'ended')
  return all.map(({ id, roundId, problemId, entryId, status, askedAt, total, done }) => ({
    ...{ id, roundId, problemId, entryId, status, askedAt, total },
    done: status === 'judging' ? done : total,
    paused: status === 'judging' && roundIsOn,
  }))
}

/** One of them whole; null where it is not there. */
export async function rejudgingView(
  parts: Pick<Parts, 'store' | 'bank'>,
  id: Rejudging['id'],
): Promise<RejudgingView | null> {
  const { store } = parts
  const rejudging = await store.rejudging(id)
  const row = rejudging && (await rejudgingRows(store, rejudging.tournamentId)).find((one) => one.id === id)
  if (!rejudging || !row) return null
  const rows = await store.rejudgements(id)
  const all = await judgedAgain(store, rejudging, rows)
  const entries = new Map((await store.entriesOf(rejudging.tournamentId)).map((entry) => [entry.id, entry]))
  const somebody = (entryId: EntryId) => {
    const entry = entries.get(entryId)
    return entry && !entry.removed ? [{ playerId: entry.playerId, name: entry.name }] : []
  }
  const { gained, lost } = solvesMoved(all)
  return {
    ...row,
    changed: all.flatMap(({ submissionId, entryId, receivedAt, was, now }) =>
      was === now ? [] : somebody(entryId).map((who) => ({ submissionId, ...who, receivedAt, was, now })),
    ),
    gained: gained.flatMap(somebody),
    lost: lost.flatMap(somebody),
    unjudged: rows.filter(({ now }) => now?.verdict === 'JE').length,
    outdated: rejudging.status === 'ready' && isOutdated(parts, rejudging),
  }
}
