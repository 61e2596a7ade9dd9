import type { FilledTest, PackageFault, PuzzleDraft } from '../../protocol/contributions.ts'
import type { Judgement } from '../../protocol/judgement.ts'
import type { Result } from '../../protocol/result.ts'
import type { ProblemView } from '../../protocol/problem.ts'
import { publicView } from '../catalogue.ts'
import type { PackagedSubmission, Problem } from '../problem.ts'
import type { Trial } from '../verify.ts'
import { checkDraft } from './check.ts'
import { draftOfProblem } from './draft-of.ts'
import { fillTests, judgeSubmission, solutionOf } from './running.ts'
import { sketchOf } from './sketch.ts'
import { packDraft, readArrival, type Arrived } from './travel.ts'
import { trialSteps, type TrialSteps } from './trial.ts'

/** What whoever writes puzzles asks of the bank. Keeps nothing; the judge comes in as a `Trial`. */
export type Authoring = {
  /** The draft as a problem, null where it is none yet, and all that has to be mended before the bank takes it. Runs nothing. */
  check(draft: PuzzleDraft): Promise<{ problem: Problem | null; faults: PackageFault[] }>
  /** The player's page as far as it goes, solutions and walk-through with it. */
  preview(draft: PuzzleDraft, locale: string): ProblemView
  /** A draft that starts as a puzzle of the bank, under another id. */
  copy(problem: Problem, id: string): Result<PuzzleDraft, PackageFault[]>
  /** The draft as a zipped package, finished or not. */
  pack(draft: PuzzleDraft): { id: string; bytes: Uint8Array }
  /** The draft that a zip makes: a package, or another format's. */
  unpack(bytes: Uint8Array, fileName: string): Result<Arrived, PackageFault[]>
  /** The first accepted solution; undefined where there is none yet. */
  solution(draft: PuzzleDraft): PackagedSubmission | undefined
  fill(
    draft: PuzzleDraft,
    solution: PackagedSubmission,
    trial: Trial,
  ): Promise<{ examples: FilledTest[]; hidden: FilledTest[] }>
  /** The steps of a puzzle's trial after the check; see `trialSteps`. */
  trial(problem: Problem, trial: Trial, slowness: number, others: readonly Problem[]): TrialSteps
  judge(draft: PuzzleDraft, submission: PuzzleDraft['submissions'][number], trial: Trial): Promise<Judgement>
}

export const authoring: Authoring = {
  check: checkDraft,
  preview: (draft, locale) => publicView(sketchOf(draft).problem, locale, true),
  copy: draftOfProblem,
  pack: packDraft,
  unpack: readArrival,
  solution: solutionOf,
  fill: fillTests,
  judge: judgeSubmission,
  trial: trialSteps,
}
