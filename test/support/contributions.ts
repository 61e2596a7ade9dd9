import type { ContributionRow, ContributionStatus, PuzzleDraft } from '../../server/protocol/contributions.ts'
import type { ContributionId } from '../../server/protocol/ids.ts'
import type { Person } from './club.ts'

/** What a host does with puzzles of their own. */
export function writer(host: Person) {
  const lookers = new Set<() => void>()
  host.on('contributions:changed', () => lookers.forEach((look) => look()))
  const row = async (id: ContributionId): Promise<ContributionRow | undefined> =>
    (await host.must('contribution:list', {})).contributions.find((one) => one.id === id)
  const writing = {
    row,
    async draft(draft: PuzzleDraft): Promise<ContributionId> {
      return (await host.must('contribution:save', { draft })).contributionId
    },
    async submit(draft: PuzzleDraft): Promise<ContributionId> {
      const contributionId = await writing.draft(draft)
      await host.must('contribution:submit', { contributionId })
      return contributionId
    },
    /** Resolves with the first row from now on, or the present one, that is as wanted. */
    sees(id: ContributionId, wanted: (row: ContributionRow) => boolean): Promise<ContributionRow> {
      return new Promise((resolve, reject) => {
        const look = (): void => {
          row(id).then((now) => {
            if (!now || !wanted(now)) return
            lookers.delete(look)
            resolve(now)
          }, reject)
        }
        lookers.add(look)
        look()
      })
    },
    comesTo: (id: ContributionId, ...statuses: ContributionStatus[]): Promise<ContributionRow> =>
      writing.sees(id, ({ status }) => statuses.includes(status)),
    /** The trial's end. */
    outcome: (id: ContributionId): Promise<ContributionRow> => writing.comesTo(id, 'mend', 'review'),
    async land(draft: PuzzleDraft): Promise<ContributionId> {
      const id = await writing.submit(draft)
      const { status, report } = await writing.outcome(id)
      if (status !== 'review') throw new Error(JSON.stringify(report?.faults))
      await host.must('contribution:land', { contributionId: id })
      return id
    },
  }
  return writing
}
export type Writer = ReturnType<typeof writer>
