import { z } from 'zod'
import { Language } from '../protocol/judgement.ts'
import { ProblemId } from '../protocol/ids.ts'

/** `int float str bool any list[T] dict[str,T] tuple[T,…] optional[T]`, kept as written. */
export const TypeName = z
  .string()
  .regex(/^[a-z][a-z,[\] …]*$/, 'a type is int, float, str, bool, any, list[T], dict[str,T], tuple[T,…] or optional[T]')

export const FunctionSignature = z.strictObject({
  /** As Python writes it, `is_leap_year`; JavaScript and TypeScript say `isLeapYear`. */
  name: z.string().regex(/^[a-z_][a-z0-9_]*$/),
  params: z.array(z.strictObject({ name: z.string().regex(/^[a-z_][a-z0-9_]*$/), type: TypeName })).max(8),
  returns: TypeName,
})
export type FunctionSignature = z.infer<typeof FunctionSignature>

export const Limits = z.strictObject({
  timeMs: z.number().int().min(50).max(20_000).default(2000),
  memoryMb: z.number().int().min(16).max(512).default(128),
  outputKb: z.number().int().min(1).max(1024).default(64),
})
export type Limits = z.infer<typeof Limits>

export const Checker = z.union([z.enum(['exact', 'unordered']), z.strictObject({ float: z.number().positive() })])
export type Checker = z.infer<typeof Checker>

/** problem.yaml */
export const ProblemFile = z.strictObject({
  name: z.string().min(1).max(80),
  level: z.number().int().min(1).max(6),
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
export const Value: z.ZodType<Value> = z.lazy(() =>
  z.union([z.string(), z.number(), z.bigint(), z.boolean(), z.null(), z.array(Value), z.record(z.string(), Value)]),
)

const note = z.string().max(200).optional()
export const TestCase = z.union([
  z.strictObject({ args: z.array(Value), returns: Value, note }),
  /** First steps: reads a variable that the code leaves behind. */
  z.strictObject({ value: z.string().regex(/^[A-Za-z_]\w*$/), returns: Value, note }),
  z.strictObject({ stdin: z.string(), stdout: z.string(), note }),
])
export type TestCase = z.infer<typeof TestCase>

/** tests.yaml */
export const TestsFile = z.strictObject({
  examples: z.array(TestCase).min(1).max(10),
  hidden: z.array(TestCase).min(1).max(200),
})

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
}
