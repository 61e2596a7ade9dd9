import type { TrialReport } from '../../protocol/contributions.ts'
import type { ContributionId } from '../../protocol/ids.ts'
import { faultWords } from '../../protocol/package-faults.ts'
import { refusal } from '../../protocol/refusals.ts'
import { ok, refused } from '../../protocol/result.ts'
import type { Contribution } from '../../store/records.ts'
import type { Change } from '../../store/store.ts'
import { betweenRounds } from '../between-rounds.ts'
import type { Director } from '../director.ts'
import type { Parts } from '../parts.ts'
import { became, inQueue } from './rows.ts'
import { runTrial, TOO_LATE, type Running } from './trial.ts'

/**
 * Tries what was handed in, one puzzle at a time, in the order in which they came. All there is to know stands in the
 * store: after a start, whatever was under way begins anew.
 */
export type TrialQueue = {
  /** Looks at a commit: something was handed in or withdrawn, a round has begun or is over. */
  heard(changes: readonly Change[]): void
  takeUp(): Promise<void>
  /** Resolves when no trial is under way. */
  idle(): Promise<void>
  stop(): void
}

type Needs = Pick<Parts, 'store' | 'judge' | 'bank' | 'authoring' | 'clock' | 'newId' | 'log'> & { director: Director }

export function createTrialQueue(needs: Needs): TrialQueue {
  const { store, director, clock, log } = needs
  let trying: { id: ContributionId; running: Running } | null = null
  const work = betweenRounds(needs, {
    fault: 'the queue of puzzles stopped',
    async doNext() {
      const next = inQueue(await store.contributions()).find(({ status }) => status === 'waiting')
      if (next) await tryOne(next.id)
      return next !== undefined
    },
    afterFault: beginAnew,
    turned: (open) => trying?.running.turned(open),
  })

  async function tryOne(id: ContributionId): Promise<void> {
    const taken = await change(id, 'waiting', (row) => became(row, 'trying', clock.now(), null))
    if (!taken || work.stopped) return
    const keep = async (report: TrialReport): Promise<void> => {
      if (work.stopped || !(await change(id, 'trying', () => ({ report })))) throw new Error('it was withdrawn')
    }
    const running = runTrial(needs, taken, work.gate, keep)
    trying = { id, running }
    try {
      const report = await running.done
      const status = report.faults.length > 0 ? 'mend' : 'review'
      await change(id, 'trying', (row) => ({ report, queuedAt: null, ...became(row, status, clock.now(), null) }))
    } catch (error) {
      if (!work.stopped) await stumbled(id, error)
    } finally {
      trying = null
    }
  }

  /** A step that fails by a fault of ours, or never ends, holds up nobody else; whoever wrote the puzzle hears of it. */
  async function stumbled(id: ContributionId, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error)
    const ended = await change(id, 'trying', (row) => {
      const steps = row.report?.steps ?? []
      const failed = steps.map((step, i) => (i < steps.length - 1 ? step : { ...step, state: 'failed' as const }))
      const step = steps.at(-1)?.step ?? 'check'
      const isLate = error instanceof Error && error.cause === TOO_LATE
      const words = isLate ? faultWords('trial-late', { step }) : faultWords('trial-stopped', { step, detail: reason })
      const report: TrialReport = {
        ...{ startedAt: clock.now(), warnings: [], ...row.report, steps: failed, endedAt: clock.now() },
        faults: [{ file: '', field: '', ...words }],
      }
      return { report, queuedAt: null, ...became(row, 'mend', clock.now(), null) }
    })
    if (ended) log({ level: 'error', message: 'a trial stopped', contributionId: id, error: reason })
  }

  /** Changes the row while it has this status; null where it has not any more. */
  async function change(
    id: ContributionId,
    status: Contribution['status'],
    set: (row: Contribution) => Partial<Contribution>,
  ): Promise<Contribution | null> {
    const changed = await director.decide(async () => {
      const row = await store.contribution(id)
      if (row?.status !== status) return refused(refusal('contribution-state'))
      return ok({
        expected: { contributions: { [id]: row.revision } },
        changes: [{ do: 'patch', table: 'contributions', id, set: set(row) }],
        reply: row,
      })
    })
    return changed.ok ? changed.value : null
  }

  async function beginAnew(): Promise<void> {
    for (const { id, status } of await store.contributions())
      if (status === 'trying' && trying?.id !== id)
        await change(id, 'trying', (row) => ({ ...became(row, 'waiting', clock.now(), null), report: null }))
  }

  return {
    heard(changes) {
      for (const one of changes) {
        if (one.table === 'rounds') work.look()
        if (one.table !== 'contributions') continue
        if (one.do === 'remove' || (one.do === 'patch' && one.set.status === 'draft'))
          if (trying?.id === one.id) trying.running.giveUp()
        // A report that grows is no news for the queue.
        if (one.do !== 'patch' || one.set.status !== undefined) work.kick()
      }
    },
    async takeUp() {
      await beginAnew()
      work.kick()
    },
    idle: work.idle,
    stop() {
      work.stop()
      trying?.running.giveUp()
    },
  }
}
