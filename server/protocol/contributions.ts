import { z } from 'zod'
import type { ContributionId } from './ids.ts'
import { Language } from './judgement.ts'
import { HIGHEST_LEVEL, LOWEST_LEVEL } from './levels.ts'
import type { FaultWords } from './package-faults.ts'

/**
 * A puzzle on its way into the bank.
 * `draft`: its author is at work · `waiting`: in the queue · `trying`: its trial runs · `mend`: the trial found something ·
 * `review`: the trial found nothing, and a host decides · `returned`: a host sent it back · `landed`: in the bank ·
 * `taken-back`: was in the bank; rounds that hold it keep it.
 */
export type ContributionStatus =
  'draft' | 'waiting' | 'trying' | 'mend' | 'review' | 'returned' | 'landed' | 'taken-back'

/** The steps of a trial, in the order in which they are taken; a step that found something ends the trial. */
export const TRIAL_STEPS = ['check', 'submissions', 'limits', 'mutants', 'duplicates'] as const
export type TrialStep = (typeof TRIAL_STEPS)[number]

/**
 * What is wrong, and where: `tests.yaml`, `hidden[3].args`, a sentence; `field` is empty where the whole file is meant.
 * Fields are those of the package (`returns`, `stdout`, not `expected`). Without a file: the puzzle as a whole, `id` its id.
 */
export type PackageFault = { file: string; field: string } & FaultWords

/** `paused`: a round is on, and trials wait for its end. `since` is when this state began. */
export type TrialStepReport = {
  step: TrialStep
  state: 'running' | 'paused' | 'passed' | 'failed'
  since: number
  /**
   * What the step counted, once it is over. submissions: `tried` · limits: `slowestMs`, `mostMs` · mutants: `caught`,
   * `survived`, `alike` · duplicates: `compared`.
   */
  figures: Record<string, number>
}

export type TrialReport = {
  startedAt: number
  endedAt: number | null
  /** Steps begun so far. */
  steps: TrialStepReport[]
  faults: PackageFault[]
  warnings: PackageFault[]
}

/** A line of the queue. */
export type ContributionRow = {
  id: ContributionId
  problemId: string
  name: string
  level: number
  status: ContributionStatus
  /** When the status began. */
  since: number
  authorName: string
  /** The reader wrote it. */
  mine: boolean
  /** Before it in the queue, while it is waiting. */
  ahead: number
  /** When it lands it takes the place of the one whose id it keeps. */
  mends: boolean
  /** Rounds that hold it: those that are still to be played, and all. */
  rounds: { ahead: number; all: number }
  /** What a host said when sending or taking it back. */
  reason: string | null
  /**
   * Why it is not in the bank although it has landed: the release has a puzzle of the same id, which counts, or reads
   * packages differently.
   */
  leftOut: 'same-id' | 'unreadable' | null
  report: TrialReport | null
}

const MAX_TEXT = 20_000
const text = z.string().max(MAX_TEXT)
const short = z.string().max(200)
const locale = z.string().regex(/^[a-z]{2}$/)
const byLocale = z.record(locale, text)
/** Values as JSON text, as they stand in the table's cells: a whole number of any size keeps its digits. */
const cell = z.string().max(500_000)

/** One line of the table of tests. `args` is for functions, `value` for first steps, `stdin` for scripts. */
export const DraftTest = z.strictObject({
  args: z.array(cell).max(8).optional(),
  value: short.optional(),
  stdin: cell.optional(),
  /** The value that is returned, or what is printed; empty where nobody has filled it in yet. */
  expected: cell,
  note: short.default(''),
  /** The note in other languages than English, by locale. */
  notes: z.record(locale, short).default({}),
})
export type DraftTest = z.infer<typeof DraftTest>

const SUBMISSION_FOLDERS = ['accepted', 'wrong_answer', 'time_limit', 'run_time_error'] as const

/**
 * A puzzle as its author writes it: the package's content, in a form that may be unfinished. What a package must have is
 * found out by the check, not here.
 */
export const PuzzleDraft = z.strictObject({
  problemId: z.string().max(64),
  name: short,
  /** The name in other languages than English, by locale. */
  names: z.record(locale, short).default({}),
  level: z.number().int().min(LOWEST_LEVEL).max(HIGHEST_LEVEL),
  minutes: z.number().min(0).max(120),
  topics: z.array(z.string().max(40)).max(8),
  languages: z.array(Language).max(3),
  kind: z.enum(['function', 'script', 'parsons']),
  function: z.strictObject({
    name: short,
    params: z.array(z.strictObject({ name: short, type: short })).max(8),
    returns: short,
  }),
  limits: z.strictObject({ timeMs: z.number(), memoryMb: z.number(), outputKb: z.number() }),
  checker: z.union([z.enum(['exact', 'unordered']), z.strictObject({ float: z.number() })]),
  author: short,
  licence: short,
  statement: byLocale,
  hints: z.record(locale, z.array(text).max(3)),
  walkthrough: byLocale,
  examples: z.array(DraftTest).max(10),
  hidden: z.array(DraftTest).max(200),
  /** Absent: made from the signature. */
  skeletons: z.partialRecord(Language, text),
  submissions: z
    .array(
      z.strictObject({
        folder: z.enum(SUBMISSION_FOLDERS),
        file: short,
        language: Language,
        source: z.string().max(64 * 1024),
      }),
    )
    .max(40),
  /** `indentation`: whether the player chooses it or the pieces have it; absent: chosen in Python, given elsewhere. */
  parsons: z.partialRecord(
    Language,
    z.strictObject({
      solution: text,
      distractors: z.array(short).max(8),
      indentation: z.enum(['chosen', 'given']).optional(),
    }),
  ),
})
export type PuzzleDraft = z.infer<typeof PuzzleDraft>

/**
 * `revision` counts saves, nothing else. It goes along with the next save: somebody else's change in between is not
 * overwritten (`changed-meanwhile`).
 */
export type ContributionView = ContributionRow & { revision: number; draft: PuzzleDraft; faults: PackageFault[] }

/** What the accepted solution gave for one line of the table; `expected` is JSON text, or what was printed. */
export type FilledTest = { expected: string } | { fault: string }

/** What became of what was imported, in sentences. */
export type ImportReport = { taken: string[]; changed: string[]; leftOut: string[]; toDo: string[] }

/** The answer to POST /api/contributions/import. */
export type ImportReply = { contributionId: ContributionId; report: ImportReport; faults: PackageFault[] }
