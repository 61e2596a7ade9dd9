import type { SubmissionId } from '../../protocol/ids.ts'
import type { Rejudgement, Rejudging } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import { verdictAfter, type Rejudged } from '../../tournament/rejudging.ts'

/** `row` is null for a submission that the rejudging leaves alone. */
export type JudgedAgain = Rejudged & { submissionId: SubmissionId; receivedAt: number; row: Rejudgement | null }

/**
 * Everything that was submitted to the puzzle, oldest first: with the verdict that stands, or stood before the rejudging
 * was taken, and the one by the rejudging.
 */
export async function judgedAgain(
  store: Pick<Store, 'submissionOutlines'>,
  { roundId, problemId }: Pick<Rejudging, 'roundId' | 'problemId'>,
  rows: readonly Rejudgement[],
): Promise<JudgedAgain[]> {
  const byId = new Map(rows.map((row) => [row.submissionId, row]))
  return (await store.submissionOutlines(roundId)).flatMap(
    ({ id: submissionId, problemId: to, entryId, receivedAt, verdict }): JudgedAgain[] => {
      if (to !== problemId || verdict === null) return []
      const row = byId.get(submissionId) ?? null
      const was = row?.was?.verdict ?? verdict
      return [{ submissionId, entryId, receivedAt, was, now: verdictAfter(was, row?.now?.verdict), row }]
    },
  )
}
