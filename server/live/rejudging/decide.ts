import type { Done } from '../../protocol/commands.ts'
import type { RejudgingId, SubmissionId } from '../../protocol/ids.ts'
import type { Judgement } from '../../protocol/judgement.ts'
import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { Rejudgement, Rejudging, Round } from '../../store/records.ts'
import type { Change } from '../../store/store.ts'
import { mayMoveRejudging, takesSolve, type RejudgingMove } from '../../tournament/rejudging.ts'
import type { Decided } from '../director.ts'
import type { Parts } from '../parts.ts'
import { ofRecord } from './follows.ts'
import { judgedAgain } from './judged.ts'
import { packageKey } from './package-key.ts'

type Needs = Pick<Parts, 'store' | 'bank' | 'clock' | 'newId'>
type Ruling = Result<Decided<Done>, Refusal>
type Found = { rejudging: Rejudging; round: Round; rows: Rejudgement[] }

/** [J5] The new verdicts are those of record; with `spare`, but for those that take a solve from somebody. */
export async function take(needs: Needs, id: RejudgingId, spare: boolean): Promise<Ruling> {
  const { store } = needs
  const found = await movable(needs, id, 'take')
  if (!found.ok) return found
  const { rejudging, rows } = found.value
  if (isOutdated(needs, rejudging)) return refused(refusal('rejudging-outdated'))
  const all = await judgedAgain(store, rejudging, rows)
  const taken = all.filter((one) => one.was !== one.now && !(spare && takesSolve(one)))
  const judgements = new Map<SubmissionId, Judgement>()
  const kept: Change[] = []
  for (const { submissionId, row } of taken) {
    const was = (await store.submission(submissionId))?.judgement ?? null
    if (!row?.now || !was) continue
    judgements.set(submissionId, row.now)
    kept.push({ do: 'patch', table: 'rejudgements', id: row.id, set: { was } })
  }
  const gone = rows.filter(({ submissionId, now }) => !judgements.has(submissionId) && now?.verdict !== 'JE')
  return changed(needs, found.value, 'taken', judgements, [...kept, ...gone.map(away)])
}

/** [J8] The verdicts of before are those of record again. */
export async function putBack(needs: Needs, id: RejudgingId): Promise<Ruling> {
  const found = await movable(needs, id, 'put-back')
  if (!found.ok) return found
  const { rejudging, rows } = found.value
  const others = await needs.store.rejudgingsOf(rejudging.tournamentId)
  const same = others.filter(
    ({ status, roundId, problemId }) =>
      status === 'taken' && roundId === rejudging.roundId && problemId === rejudging.problemId,
  )
  if (same.some(({ closedAt }) => (closedAt ?? 0) > (rejudging.closedAt ?? 0)))
    return refused(refusal('rejudging-later'))
  const judgements = new Map(rows.flatMap(({ submissionId, was }) => (was ? [[submissionId, was] as const] : [])))
  return changed(needs, found.value, 'put-back', judgements, rows.map(away))
}

/** [J5] Nothing changes; where it is still under way it stops. */
export async function leave(needs: Needs, id: RejudgingId): Promise<Ruling> {
  const found = await movable(needs, id, 'leave')
  if (!found.ok) return found
  const { rejudging, rows } = found.value
  return ok({
    expected: { rejudgings: { [id]: rejudging.revision } },
    changes: [...rows.map(away), closed(rejudging, 'left', needs.clock.now())],
    reply: {},
    touched: { tournaments: [rejudging.tournamentId] },
  })
}

/** [J2] The bank's puzzle is another one by now than the one it was judged by. */
export function isOutdated({ bank }: Pick<Parts, 'bank'>, rejudging: Rejudging): boolean {
  const problem = bank.problems.get(rejudging.problemId)
  return !problem || packageKey(problem) !== rejudging.packageKey
}

const away = ({ id }: Rejudgement): Change => ({ do: 'remove', table: 'rejudgements', id })
const closed = ({ id }: Rejudging, status: Rejudging['status'], closedAt: number): Change => ({
  do: 'patch',
  table: 'rejudgings',
  id,
  set: { status, closedAt },
})

async function movable({ store }: Needs, id: RejudgingId, move: RejudgingMove): Promise<Result<Found, Refusal>> {
  const rejudging = await store.rejudging(id)
  const round = rejudging && (await store.round(rejudging.roundId))
  if (!rejudging || !round) return refused(refusal('rejudging-state'))
  const may = mayMoveRejudging(move, rejudging.status)
  if (!may.ok) return may
  // Marks do not move under those who race them.
  const roundIsOn = (await store.roundsUnderWay()).some(({ status }) => status !== 'ended')
  if (roundIsOn && move !== 'leave') return refused(refusal('rejudging-round-on'))
  return ok({ rejudging, round, rows: await store.rejudgements(id) })
}

/** All in one commit: the verdicts, what has to be rated again, and where the rejudging stands. */
async function changed(
  needs: Needs,
  { rejudging, round }: Found,
  status: 'taken' | 'put-back',
  judgements: ReadonlyMap<SubmissionId, Judgement>,
  also: Change[],
): Promise<Ruling> {
  const { store, clock } = needs
  const { tournamentId } = round
  return ok({
    expected: { rejudgings: { [rejudging.id]: rejudging.revision }, rounds: { [round.id]: round.revision } },
    changes: [
      ...(await ofRecord(needs, round, rejudging.problemId, judgements)),
      ...also,
      closed(rejudging, status, clock.now()),
    ],
    reply: {},
    touched: { tournaments: [tournamentId], entries: (await store.entriesOf(tournamentId)).map(({ id }) => id) },
  })
}
