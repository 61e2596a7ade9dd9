import type { EntryId, PlayerId, ProblemId, SubmissionId } from '../../protocol/ids.ts'
import type { Judgement } from '../../protocol/judgement.ts'
import type { Round } from '../../store/records.ts'
import type { Change, Store } from '../../store/store.ts'
import { solvesMoved } from '../../tournament/rejudging.ts'
import type { Parts } from '../parts.ts'
import { rateRoundLater, rateTournamentLater } from '../rating/later.ts'

/** [J7] Other judgements of record for submissions to one puzzle of the round, and what has to be rated again for them. */
export async function ofRecord(
  { store, clock, newId }: Pick<Parts, 'store' | 'clock' | 'newId'>,
  round: Round,
  problemId: ProblemId,
  judgements: ReadonlyMap<SubmissionId, Judgement>,
): Promise<Change[]> {
  const now = clock.now()
  const sent = (await store.submissionOutlines(round.id)).filter((one) => one.problemId === problemId)
  const { gained, lost } = solvesMoved(
    sent.flatMap(({ id, entryId, verdict: was }) =>
      was === null ? [] : [{ entryId, was, now: judgements.get(id)?.verdict ?? was }],
    ),
  )
  const rounds = await toRateAgain(store, round, problemId, [...gained, ...lost])
  const tournaments = (await store.tournaments()).filter(({ status }) => status === 'ended')
  return [
    ...[...judgements].map(([id, judgement]): Change => ({
      do: 'patch',
      table: 'submissions',
      id,
      set: { verdict: judgement.verdict, judgement, judgedAt: now },
    })),
    // Whoever decides on the round at the same moment decides again.
    { do: 'put', table: 'rounds', row: round },
    ...rounds.map((one) => rateRoundLater(one, newId(), now)),
    ...tournaments.map((one) => rateTournamentLater(one, newId(), now)),
  ]
}

/**
 * Rating a round again replays the whole timeline from what is stored. Later ones are rated again, too, where their
 * awards are not published yet, and where somebody met the same puzzle: solved before, it says nothing about them.
 */
async function toRateAgain(
  store: Store,
  round: Round,
  problemId: ProblemId,
  entries: readonly EntryId[],
): Promise<Round[]> {
  const moved = new Set<PlayerId>()
  for (const id of entries) {
    const entry = await store.entry(id)
    if (entry) moved.add(entry.playerId)
  }
  const later: Round[] = []
  for (const { id } of await store.timeline()) {
    const other = await store.round(id)
    if (!other || other.id === round.id || (other.endedAt ?? 0) < (round.endedAt ?? 0)) continue
    const met = other.problemIds.includes(problemId) && moved.size > 0
    const metAgain = met && (await store.roundResults(id)).some(({ playerId }) => moved.has(playerId))
    if (other.status === 'ended' || metAgain) later.push(other)
  }
  return [round, ...later]
}
