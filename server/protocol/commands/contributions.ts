import { z } from 'zod'
import {
  PuzzleDraft,
  type ContributionRow,
  type ContributionView,
  type FilledTest,
  type PackageFault,
} from '../contributions.ts'
import { ContributionId, ProblemId } from '../ids.ts'
import type { Judgement } from '../judgement.ts'
import type { ProblemView } from '../problem.ts'
import { Locale, PlayerWords } from '../words.ts'
import { nothing } from './shapes.ts'

const contributionOnly = z.strictObject({ contributionId: ContributionId })
/** Why a contribution is sent or taken back. */
const Reason = PlayerWords.pipe(z.string().min(1).max(500))

/** Writing puzzles, and the queue into the bank. */
export const contributionCommands = {
  'contribution:list': nothing,
  'contribution:read': contributionOnly,
  /** Without an id: a new draft. `revision` is that of the last read or save. */
  'contribution:save': z.strictObject({
    contributionId: ContributionId.optional(),
    revision: z.number().int().optional(),
    draft: PuzzleDraft,
  }),
  'contribution:preview': z.strictObject({ draft: PuzzleDraft, locale: Locale }),
  /** Runs the first accepted solution on every line of the table. */
  'contribution:fill': z.strictObject({ draft: PuzzleDraft }),
  'contribution:judge': z.strictObject({ draft: PuzzleDraft, submission: z.number().int().min(0) }),
  /** A draft of one's own that starts as a puzzle of the bank. */
  'contribution:copy': z.strictObject({ problemId: ProblemId }),
  /** A draft that keeps the id of this one, which is in the bank or was, and takes its place when it lands. */
  'contribution:mend': contributionOnly,
  'contribution:remove': contributionOnly,
  'contribution:submit': contributionOnly,
  /** Out of the queue, to go on writing. */
  'contribution:withdraw': contributionOnly,
  'contribution:land': contributionOnly,
  'contribution:return': contributionOnly.extend({ reason: Reason }),
  'contribution:take-back': contributionOnly.extend({ reason: Reason }),
}

export type ContributionReplies = {
  'contribution:list': { contributions: ContributionRow[]; roundUnderWay: boolean }
  'contribution:read': { contribution: ContributionView }
  /** `faults`: what the check would find now; nothing is refused for it. */
  'contribution:save': { contributionId: ContributionId; revision: number; faults: PackageFault[] }
  /** The player's page of the draft as far as it goes; null where it cannot be shown yet, and `faults` say why. */
  'contribution:preview': { problem: ProblemView | null; faults: PackageFault[] }
  /** In the order of the draft's tests. Refused where there is no accepted solution yet. */
  'contribution:fill': { examples: FilledTest[]; hidden: FilledTest[] }
  /**
   * The judge's answer to one of the draft's submissions; hidden tests show call, expected and received here, too. Tests
   * that cannot be read are left out: runs have the names of the others' places in the table.
   */
  'contribution:judge': { judgement: Judgement }
  'contribution:copy': { contributionId: ContributionId }
  'contribution:mend': { contributionId: ContributionId }
  'contribution:land': { problemId: ProblemId }
}
