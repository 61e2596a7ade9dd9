import type { ContributionRow, ContributionStatus } from '../../../../server/protocol/contributions.ts'

/** The parts of the page: what asks for a host first, what is at rest last. */
export const GROUPS = ['review', 'queue', 'writing', 'bank', 'out'] as const
export type Group = (typeof GROUPS)[number]

const GROUP_OF: Record<ContributionStatus, Group> = {
  review: 'review',
  waiting: 'queue',
  trying: 'queue',
  draft: 'writing',
  mend: 'writing',
  returned: 'writing',
  landed: 'bank',
  'taken-back': 'out',
}

/** The rows by part, empty parts left out; the queue in its order, the others as they come: newest first. */
export function grouped(rows: readonly ContributionRow[]): { group: Group; rows: ContributionRow[] }[] {
  const by = Map.groupBy(rows, ({ status }) => GROUP_OF[status])
  const place = ({ status, ahead }: ContributionRow): number => (status === 'trying' ? -1 : ahead)
  return GROUPS.flatMap((group) => {
    const found = by.get(group)
    if (!found) return []
    return [{ group, rows: group === 'queue' ? found.toSorted((a, b) => place(a) - place(b)) : found }]
  })
}
