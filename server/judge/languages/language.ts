import type { FunctionSignature } from '../../bank/problem.ts'
import type { Value } from '../../bank/problem.ts'
import type { Call, SandboxEnd, Task, TaskCase } from '../task.ts'
import type { Type } from '../types.ts'

// A language is a folder with two modules: `notation.ts` (in the parent) exports `notation`, `sandbox.ts` (in the
// worker) exports `openSandbox`. A language that has to make something first, once, has a third, `build.ts`, which
// exports `prepare(cacheDir)`. Nothing else knows the language.

/** How values, calls and names are written in the language. Pure; runs in the parent. */
export type Notation = {
  /** `is_leap_year` as the language's own convention has it. */
  name(name: string): string
  value(value: Value, type: Type): string
  /** The arguments as JSON text that the sandbox reads. */
  argumentsText(args: Value[], signature: FunctionSignature, types: Type[]): string
  /** What a harness's word for a value (`set`, `nan`, `cycle`) is called in a sentence. */
  found(word: string): string
  /** A hint for an answer that is no JSON. */
  advice(word: string): string
  nothing: string
  /** Whether "received nothing" should ask for a `return`. */
  isNothing(text: string): boolean
}

export type SandboxResult = {
  body?: string
  end?: SandboxEnd
  printed: string
  complained: string
}

/** One submission in a sandbox. Every method ends within `timeoutMs` of wall time, or the process is killed. */
export type Session = {
  load(timeoutMs: number): SandboxResult
  run(step: TaskCase, timeoutMs: number): SandboxResult
  /**
   * Calls one after another in one trip, each as `run` would do it; only the first few where they have much to say.
   * Undefined when they were stopped from outside: nobody knows how far they came, and the session is spent.
   */
  runTogether(calls: Call[], timeoutMs: number): SandboxResult[] | undefined
  memoryKb(): number
  /** Back to pristine. Afterwards nothing of the submission is left. */
  end(): void
}

/** One language's sandbox in a worker. Opened once; runs one session at a time. */
export type Sandbox = {
  start(task: Task): Session
  /** Judges something small, so that the first player does not wait for what is made lazily. */
  warmUp(): void
  /** Whether something outside the sandbox proper broke, so that the process has to be replaced. */
  isBroken?(): boolean
}

export type SandboxContext = { cacheDir: string }

/** What `prepare` makes is not there or cannot be used. */
export class Unprepared extends Error {}
