import type { PackageFault, PuzzleDraft } from '../../protocol/contributions.ts'
import type { ContributionId } from '../../protocol/ids.ts'
import type { Contribution } from '../../store/records.ts'
import type { Actor } from '../actor.ts'
import type { Parts } from '../parts.ts'
import { takenBy } from './rows.ts'

/** What lists show of a draft, kept beside it. */
export const asListed = (draft: PuzzleDraft) => ({
  draft,
  problemId: draft.problemId,
  name: draft.name,
  level: draft.level,
})

/** A draft that its author has just begun. */
export function newContribution(
  { clock, newId }: Pick<Parts, 'clock' | 'newId'>,
  host: Actor['host'],
  draft: PuzzleDraft,
  mends: ContributionId | null = null,
): Contribution {
  const now = clock.now()
  const by = host?.name ?? ''
  return {
    ...asListed(draft),
    mends,
    id: newId() as ContributionId,
    ...{
      edition: 1,
      revision: 0,
      status: 'draft',
      since: now,
      createdAt: now,
      queuedAt: null,
      report: null,
      reason: null,
    },
    ...{ authorUserId: host?.userId ?? '', authorName: by, history: [{ status: 'draft', at: now, by }] },
  }
}

/** All that has to be mended, as far as it can be seen without the judge; that the id is somebody else's, too. */
export async function faultsOf(
  parts: Pick<Parts, 'store' | 'bank' | 'authoring'>,
  draft: PuzzleDraft,
  self: Pick<Contribution, 'id' | 'queuedAt' | 'mends'> | null,
): Promise<PackageFault[]> {
  const { faults } = await parts.authoring.check(draft)
  const { id, queuedAt, mends } = self ?? { id: '' as ContributionId, queuedAt: null, mends: null }
  const own = { id, queuedAt, mends, problemId: draft.problemId }
  const other = draft.problemId === '' ? null : takenBy(parts, await parts.store.contributions(), own)
  return other === null ? faults : [{ file: '', field: 'id', ...other }, ...faults]
}
