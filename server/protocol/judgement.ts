import { z } from 'zod'

export const LANGUAGES = ['python', 'javascript', 'typescript'] as const
export const Language = z.enum(LANGUAGES)
export type Language = z.infer<typeof Language>

/**
 * AC accepted · WA another answer · TLE over the time limit · MLE over the memory limit · RTE the code raised an error ·
 * CE the code could not be read · OLE printed too much · JE our own fault, which never costs the player anything.
 * Pending is the absence of a judgement.
 */
export const VERDICTS = ['AC', 'WA', 'TLE', 'MLE', 'RTE', 'CE', 'OLE', 'JE'] as const
export const Verdict = z.enum(VERDICTS)
export type Verdict = z.infer<typeof Verdict>

/** Verdicts that count as a wrong submission: `CE` and `JE` do not. */
export const isWrong = (verdict: Verdict): boolean => verdict !== 'AC' && verdict !== 'CE' && verdict !== 'JE'

/** The outcome of one test case. `call`, `expected` and `received` are there for examples and own calls only. */
export type Run = {
  /** `example 1`, `hidden 3` or `own 1`. */
  name: string
  kind: 'example' | 'hidden' | 'own'
  /** An own call that ran is `AC`: there is nothing to compare it with. */
  verdict: Verdict
  /** As the player would write it in their language: `leap(1996)`; a script's standard input; a variable's name. */
  call?: string
  expected?: string
  received?: string
  /** The answer as JSON text; only in trials of the bank's puzzles. */
  value?: string
  /** What the code printed during this run; examples and own calls only. */
  printed?: string
  error?: PlayerError
  timeMs: number
}

/** An error as the player should read it: their lines only. On a hidden test only `kind` and `line`. */
export type PlayerError = {
  /** `NameError`, `SyntaxError`, `TypeError` … */
  kind: string
  /** The whole text, traceback included; empty on a hidden test. */
  text: string
  /** The player's line, from 1. */
  line?: number
}

/** The outcome of a submission or a Try. */
export type Judgement = {
  verdict: Verdict
  passed: number
  total: number
  runs: Run[]
  /** What the code printed at top level, before any call; capped. */
  printed: string
  /** The first error, where there was one: also errors before any run (`CE`). */
  error?: PlayerError
  /** Processor time of the whole submission. */
  timeMs: number
  memoryKb: number
}
