import { z } from 'zod'
import type { Language } from '../protocol/judgement.ts'

// What parent and worker say to each other: one JSON value a line. Inputs go in; no expected output ever does.

export type Shape = ['list' | 'dict' | 'tuple*', Shape] | ['tuple', Shape[]] | null

/** One thing to do with the submission, once its code is loaded. */
export type TaskCase =
  /** Call the function; `args` is the JSON text of the arguments. */
  | { do: 'call'; args: string; show: boolean }
  | { do: 'value'; name: string; show: boolean }
  /** Evaluate what the player typed. */
  | { do: 'eval'; text: string }
  /** Run the whole code afresh with this on standard input. */
  | { do: 'script'; stdin: string }

export type Call = Extract<TaskCase, { do: 'call' }>

export type Task = {
  id: number
  language: Language
  source: string
  /** The function's name in this language. */
  entry: string | null
  /** For each argument, what plain JSON has to become (tuples). */
  shapes: Shape[] | null
  script: boolean
  cases: TaskCase[]
  limits: TaskLimits
  /** Whether every step is reported before the next begins; otherwise a few quick ones travel together. */
  stepwise?: boolean
}

export type TaskLimits = {
  /** Processor time of one case, and of the loading. */
  caseMs: number
  /** Processor time of all of it. */
  totalMs: number
  memoryMb: number
  outputBytes: number
}

/** The most that one line of a worker may hold, and all lines of one task together; more is no answer but an attack. */
export const MOST_LINE_BYTES = 16 << 20
export const MOST_TASK_BYTES = 64 << 20

const text = (most: number) => z.string().max(most)
const shown = text(2100).nullish()
const ErrorText = z.object({ kind: text(200), text: text(9000), line: z.int().positive().max(1e9).optional() })

/**
 * How a step ended, as the language's harness says it. The harness shares its world with the submission, so any of this
 * may be forged: it decides nothing but what the player is told about their own code, and `value` is compared outside.
 */
export const Body = z.discriminatedUnion('end', [
  z.object({ end: z.literal('done') }),
  /** `value` is JSON text. */
  z.object({ end: z.literal('value'), value: text(2 << 20), shown }),
  z.object({ end: z.literal('raised'), error: ErrorText }),
  z.object({ end: z.literal('unreadable'), error: ErrorText }),
  /** No such function or variable; `names` are the ones there are, `is` what stands in its place. */
  z.object({ end: z.literal('missing'), names: z.array(text(200)).max(20), is: text(200).nullish() }),
  z.object({ end: z.literal('arity'), takes: z.array(text(200)).max(255), line: z.int().positive().optional() }),
  z.object({ end: z.literal('no-json'), found: text(200), shown }),
  z.object({ end: z.literal('too-big') }),
  z.object({ end: z.literal('memory') }),
])
export type Body = z.infer<typeof Body>

/** Ends that the sandbox itself saw, from outside the submission's reach. */
export const SandboxEnd = z.enum(['time', 'memory', 'output', 'depth', 'exit', 'crash', 'never'])
export type SandboxEnd = z.infer<typeof SandboxEnd>

export const Step = z.strictObject({
  /** -1 is the loading of the code, then the cases in order. */
  step: z.int().min(-1).max(1000),
  /** The harness's words, unread by the worker, or the sandbox's. */
  body: z.string().optional(),
  end: SandboxEnd.optional(),
  printed: z.string(),
  complained: z.string(),
  cpuMs: z.number().nonnegative(),
})
export type Step = z.infer<typeof Step>

export const WorkerLine = z.union([
  z.strictObject({ ready: z.literal(true), layers: z.array(z.string()), startedMs: z.number() }),
  z.strictObject({ id: z.int(), ...Step.shape }),
  z.strictObject({
    id: z.int(),
    done: z.literal(true),
    cpuMs: z.number().nonnegative(),
    memoryKb: z.number().nonnegative(),
    /** The worker has grown and asks to be replaced. */
    tired: z.boolean(),
  }),
  /**
   * The wall clock stopped a step that had hardly run: the worker starts the task over, says no step twice, and from
   * now on tells each step before the next begins.
   */
  z.strictObject({ id: z.int(), again: z.literal(true) }),
  z.strictObject({ fatal: z.string(), unprepared: z.boolean() }),
])
export type WorkerLine = z.infer<typeof WorkerLine>
