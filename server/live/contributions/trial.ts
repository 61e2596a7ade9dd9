import type { StepOutcome } from '../../bank/authoring/trial.ts'
import type { Problem } from '../../bank/problem.ts'
import type { Trial } from '../../bank/verify.ts'
import { TRIAL_STEPS, type TrialReport, type TrialStep } from '../../protocol/contributions.ts'
import type { Contribution } from '../../store/records.ts'
import type { Parts } from '../parts.ts'
import type { Gate } from '../gate.ts'
import { takenBy } from './rows.ts'

type Needs = Pick<Parts, 'store' | 'judge' | 'bank' | 'authoring' | 'clock' | 'newId'>

/** Judges for whoever writes puzzles, behind everything that players send. */
export const trialOf =
  ({ judge, newId }: Pick<Parts, 'judge' | 'newId'>, player: string): Trial =>
  (problem, language, source) =>
    judge.judge({ id: newId(), problem, language, source, player: `bank:${player}`, purpose: 'trial' })

/** Time a step may take while no round is on: the judge may have no worker, and the next puzzle waits. */
const STEP_WITHIN_MS = 5 * 60_000

/** Why a trial was given up: told by the error's cause. */
export const TOO_LATE = 'too late'

/** A trial under way. */
export type Running = {
  /** Resolves with the whole report; rejects where a step does, where `keep` does, and where it was given up. */
  done: Promise<TrialReport>
  /** A round has begun, or is over. */
  turned(open: boolean): void
  giveUp(): void
}

/**
 * Takes a contribution through its trial, step by step; a step that found something is the last one. `keep` is given the
 * report as it grows.
 */
export function runTrial(
  needs: Needs,
  contribution: Contribution,
  gate: Gate,
  keep: (report: TrialReport) => Promise<void>,
): Running {
  const { clock, judge, authoring } = needs
  const report: TrialReport = { startedAt: clock.now(), endedAt: null, steps: [], faults: [], warnings: [] }
  const stopped = Promise.withResolvers<never>()
  // Nobody may be listening yet when it comes.
  stopped.promise.catch(() => undefined)
  const withIn = deadline(needs, () =>
    stopped.reject(new Error('it took longer than five minutes', { cause: TOO_LATE })),
  )

  const gated: Trial = async (...asked) => {
    await Promise.race([gate.passed(), stopped.promise])
    return trialOf(needs, contribution.id)(...asked)
  }

  async function run(): Promise<TrialReport> {
    await keep(report)
    let problem: Problem | null = null
    let take: (step: TrialStep) => Promise<StepOutcome> = async () => {
      const checked = await check(needs, contribution)
      problem = checked.problem
      return checked
    }
    for (const step of TRIAL_STEPS) {
      const begun = { step, state: gate.open ? 'running' : 'paused', since: clock.now(), figures: {} } as const
      report.steps = [...report.steps, begun]
      withIn.begin(gate.open)
      await keep(report)
      const { faults, warnings, figures } = await Promise.race([take(step), stopped.promise])
      withIn.end()
      report.faults = [...report.faults, ...faults]
      report.warnings = [...report.warnings, ...warnings]
      change({ state: faults.length > 0 ? 'failed' : 'passed', since: clock.now(), figures })
      if (faults.length > 0 || problem === null) break
      if (step !== 'check') continue
      const steps = authoring.trial(problem, gated, judge.status().calibration, await others(needs, contribution))
      take = (next) => steps[next as Exclude<TrialStep, 'check'>]()
    }
    report.endedAt = clock.now()
    return report
  }

  function change(set: Partial<TrialReport['steps'][number]>): void {
    const last = report.steps.at(-1)
    if (last) report.steps = [...report.steps.slice(0, -1), { ...last, ...set }]
  }

  return {
    done: run().finally(withIn.end),
    turned(open) {
      const { step, state } = report.steps.at(-1) ?? {}
      if (step === undefined || (state !== 'running' && state !== 'paused')) return
      change({ state: open ? 'running' : 'paused', since: clock.now() })
      withIn.begin(open)
      keep(report).catch((error: unknown) => stopped.reject(error))
    },
    giveUp: () => stopped.reject(new Error('given up')),
  }
}

/** Calls `late` when time is up; it stands still while `running` is false, and begins anew after that. */
function deadline({ clock }: Pick<Needs, 'clock'>, late: () => void) {
  let cancel: (() => void) | null = null
  const end = (): void => {
    cancel?.()
    cancel = null
  }
  return {
    begin(running: boolean): void {
      end()
      if (running) cancel = clock.at(clock.now() + STEP_WITHIN_MS, late)
    },
    end,
  }
}

/** What can be seen without the judge, and whether the id is free. */
async function check(needs: Needs, contribution: Contribution): Promise<StepOutcome & { problem: Problem | null }> {
  const { problem, faults } = await needs.authoring.check(contribution.draft)
  const other = takenBy(needs, await needs.store.contributions(), contribution)
  const taken = other === null ? [] : [{ file: '', field: 'id', ...other }]
  return { problem, faults: [...taken, ...faults], warnings: [], figures: {} }
}

/** The bank as it is offered, and what is under review. */
async function others({ store, bank, authoring }: Needs, contribution: Contribution): Promise<Problem[]> {
  const reviewed: Problem[] = []
  for (const { id, status } of await store.contributions()) {
    const row = status === 'review' && id !== contribution.id ? await store.contribution(id) : null
    const problem = row && (await authoring.check(row.draft)).problem
    if (problem) reviewed.push(problem)
  }
  // What it mends is like it, of course.
  return [
    ...bank.offered().filter(({ id }) => contribution.mends === null || id !== contribution.problemId),
    ...reviewed,
  ]
}
