import type { ContributionRow, ContributionStatus } from '../../protocol/contributions.ts'
import type { ContributionId, ProblemId } from '../../protocol/ids.ts'
import { faultWords, type FaultWords } from '../../protocol/package-faults.ts'
import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { Contribution } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import { HOLDS_ITS_ID } from '../../tournament/contributions.ts'
import type { Parts } from '../parts.ts'

export type Outline = Omit<Contribution, 'draft'>

const MOST_HISTORY = 50

/** The contribution; a refusal where it has gone. */
export async function found(store: Store, id: ContributionId): Promise<Result<Contribution, Refusal>> {
  const contribution = await store.contribution(id)
  return contribution ? ok(contribution) : refused(refusal('contribution-not-found'))
}

/** What a status leaves in the row; `by` is the host's name, null where the queue goes on by itself. */
export function became(row: Outline, status: ContributionStatus, at: number, by: string | null) {
  return { status, since: at, history: [...row.history, { status, at, by }].slice(-MOST_HISTORY) }
}

/** Those that wait or are tried, the first in the queue first. */
export const inQueue = (all: readonly Outline[]): Outline[] =>
  all
    .filter(({ status }) => status === 'waiting' || status === 'trying')
    .sort((a, b) => (a.queuedAt ?? 0) - (b.queuedAt ?? 0) || (a.id < b.id ? -1 : 1))

/** [C2] [C6] What has this id already, in words; null where it is free for this contribution. */
export function takenBy(
  { bank }: Pick<Parts, 'bank'>,
  all: readonly Outline[],
  { id, problemId, queuedAt, mends }: Pick<Outline, 'id' | 'problemId' | 'queuedAt' | 'mends'>,
): FaultWords | null {
  const other = all.find(
    (one) =>
      one.id !== id &&
      one.id !== mends &&
      one.mends !== id &&
      one.problemId === problemId &&
      HOLDS_ITS_ID.includes(one.status) &&
      // Of two that wait, the first one has it.
      !(one.status === 'waiting' && queuedAt !== null && (one.queuedAt ?? 0) > queuedAt),
  )
  if (other) return faultWords(other.status === 'landed' ? 'id-landed' : 'id-waiting', { name: other.name })
  return bank.ofFolder.has(problemId as ProblemId) ? faultWords('id-of-bank') : null
}

/** The rows of the queue as a host sees them. */
export async function rowsFor(
  { store, bank }: Pick<Parts, 'store' | 'bank'>,
  userId: string,
): Promise<ContributionRow[]> {
  const all = await store.contributions()
  const around = { queue: inQueue(all), holding: await store.roundsHolding(), bank }
  return all.map((row) => rowOf(row, userId, around))
}

export type Holding = Awaited<ReturnType<Store['roundsHolding']>>

type Around = { queue: readonly Outline[]; holding: Holding } & Pick<Parts, 'bank'>

export function rowOf(row: Outline, userId: string, { queue, holding, bank }: Around): ContributionRow {
  const { id, problemId, name, level, status, since, authorName, authorUserId, reason, report } = row
  return {
    ...{ id, problemId, name, level, status, since, authorName, reason, report },
    mine: authorUserId === userId,
    mends: row.mends !== null,
    ahead: status === 'waiting' ? queue.findIndex((one) => one.id === id) : 0,
    rounds: holdsIt(row, holding),
    leftOut: leftOut(row, bank),
  }
}

function leftOut({ status, problemId }: Outline, bank: Parts['bank']): ContributionRow['leftOut'] {
  if (status !== 'landed') return null
  if (bank.ofFolder.has(problemId as ProblemId)) return 'same-id'
  return bank.problems.has(problemId as ProblemId) ? null : 'unreadable'
}

const NOWHERE = { ahead: 0, all: 0 }
/** Rounds that hold the puzzle; a draft that merely has the id of another is held by none. */
export const holdsIt = ({ status, problemId }: Outline, holding: Holding) =>
  status === 'landed' || status === 'taken-back' ? (holding.get(problemId as ProblemId) ?? NOWHERE) : NOWHERE
