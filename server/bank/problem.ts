import { z } from 'zod'
import { Language } from '../protocol/judgement.ts'
import type { ProblemId } from '../protocol/ids.ts'
import { HIGHEST_LEVEL, LOWEST_LEVEL } from '../protocol/levels.ts'
import type { ParsonsView } from '../protocol/parsons.ts'
import { parseType } from '../protocol/value-type.ts'

/** Where a schema here says its error itself, it is the code of a fault: see `faultsOf`. */

/** `int float str bool any list[T] dict[str,T] tuple[T,…] optional[T]`, kept as written. */
export const TypeName = z.string().refine((text) => parseType(text) !== undefined, { error: 'type-unknown' })

export const FunctionSignature = z.strictObject({
  /** As Python writes it, `is_leap_year`; JavaScript and TypeScript say `isLeapYear`. */
  name: z.string().regex(/^[a-z_][a-z0-9_]*$/, 'function-name'),
  params: z
    .array(z.strictObject({ name: z.string().regex(/^[a-z_][a-z0-9_]*$/, 'function-name'), type: TypeName }))
    .max(8),
  returns: TypeName,
})
export type FunctionSignature = z.infer<typeof FunctionSignature>

export const Limits = z.strictObject({
  timeMs: z.number().int().min(50).max(20_000).default(2000),
  memoryMb: z.number().int().min(16).max(512).default(128),
  outputKb: z.number().int().min(1).max(1024).default(64),
})
export type Limits = z.infer<typeof Limits>

export const Checker = z.union([z.enum(['exact', 'unordered']), z.strictObject({ float: z.number().positive() })], {
  error: 'checker-unknown',
})
export type Checker = z.infer<typeof Checker>

const MAX_NAME = 80
const MAX_NOTE = 200
const LOCALE = /^[a-z]{2}$/

/** problem.yaml */
export const ProblemFile = z.strictObject({
  /** In English. */
  name: z.string().min(1).max(MAX_NAME),
  /** In other languages, by locale. */
  names: z
    .record(z.string(), z.string().trim().min(1).max(MAX_NAME))
    .refine((names) => Object.keys(names).every((locale) => LOCALE.test(locale) && locale !== 'en'), {
      error: 'names-shape',
    })
    .default({}),
  level: z.number().int().min(LOWEST_LEVEL).max(HIGHEST_LEVEL),
  minutes: z.number().positive().max(120),
  topics: z.array(z.string().min(1).max(40)).min(1).max(8),
  languages: z.array(Language).min(1),
  kind: z.enum(['function', 'script', 'parsons']),
  function: FunctionSignature.optional(),
  limits: Limits.prefault({}),
  checker: Checker.default('exact'),
  author: z.string().min(1).max(80),
  licence: z.string().min(1).max(40),
})
export type ProblemFile = z.infer<typeof ProblemFile>

/** A JSON value; integers beyond 2^53 are bigints, so that they compare exactly. */
export type Value = string | number | bigint | boolean | null | Value[] | { [key: string]: Value }
const MAX_VALUE_DEPTH = 32
const isValue = (value: unknown, depth = 0): value is Value => {
  if (depth > MAX_VALUE_DEPTH) return false
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object') return typeof value !== 'undefined'
  return value === null || Object.values(value).every((item) => isValue(item, depth + 1))
}
/** Checked by hand: a union of seven shapes at every depth would be most of the time that loading the bank takes. */
export const Value = z.custom<Value>((value) => isValue(value), {
  error: ({ input }) => (input === undefined ? 'missing' : 'not-value'),
})

/** What is special about a test: in English, or by locale with English among them. */
export type Note = string | Record<string, string>
const isNote = (note: unknown): note is Note => {
  if (typeof note === 'string') return note.length <= MAX_NOTE
  if (typeof note !== 'object' || note === null || !('en' in note)) return false
  return Object.entries(note).every(([locale, text]) => LOCALE.test(locale) && typeof text === 'string' && isNote(text))
}
/** By hand too: the words for a union of shapes would be those of each. */
const Note = z.custom<Note>((note) => isNote(note), { error: 'note-shape' })
const note = Note.optional()
export const ArgsTest = z.strictObject({ args: z.array(Value), returns: Value, note })
/** First steps: reads a variable that the code leaves behind. */
export const ValueTest = z.strictObject({
  value: z.string().regex(/^[A-Za-z_]\w*$/, 'variable-name'),
  returns: Value,
  note,
})
export const ScriptTest = z.strictObject({ stdin: z.string(), stdout: z.string(), note })
export type TestCase = z.infer<typeof ArgsTest> | z.infer<typeof ValueTest> | z.infer<typeof ScriptTest>

/**
 * One language's part of parsons.yaml. The lines of `solution` are the pieces, with the indentation as written; those of
 * `distractors` belong nowhere; they may start with spaces too. Who chooses the indentation: the player, or the piece has it (`given`).
 */
export const ParsonsSource = z.strictObject({
  solution: z.string().min(1).max(4000),
  distractors: z.array(z.string().min(1).max(200)).max(8).default([]),
  indentation: z.enum(['chosen', 'given']).optional(),
})
/** parsons.yaml. TypeScript takes JavaScript's lines where it has none of its own. */
export const ParsonsFile = z.strictObject({
  python: ParsonsSource.optional(),
  javascript: ParsonsSource.optional(),
  typescript: ParsonsSource.optional(),
})
export type ParsonsLine = { text: string; indent: number }
/** As loaded: `lines` in the right order. Of it all, only the view may reach a player before the round is published. */
export type Parsons = ParsonsView & { lines: ParsonsLine[]; distractors: ParsonsLine[] }

/** The folder under `submissions/` says what the judge must answer. */
export const EXPECTED_VERDICT = {
  accepted: 'AC',
  wrong_answer: 'WA',
  time_limit: 'TLE',
  run_time_error: 'RTE',
} as const
export type SubmissionFolder = keyof typeof EXPECTED_VERDICT

export type PackagedSubmission = { folder: SubmissionFolder; file: string; language: Language; source: string }

/** A problem package as loaded: everything, hidden tests included. Never leaves the server whole. */
export type Problem = ProblemFile & {
  id: ProblemId
  /** By locale; `en` is always there. */
  statement: Record<string, string>
  hints: Record<string, string[]>
  walkthrough: Record<string, string>
  examples: TestCase[]
  hidden: TestCase[]
  /** What the editor starts with, for each of the problem's languages. */
  skeletons: Partial<Record<Language, string>>
  submissions: PackagedSubmission[]
  /** For `kind: parsons`, for each of the problem's languages. */
  parsons?: Partial<Record<Language, Parsons>>
}
