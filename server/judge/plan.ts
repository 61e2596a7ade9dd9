import type { FunctionSignature, Problem, TestCase, Value } from '../bank/problem.ts'
import type { Language } from '../protocol/judgement.ts'
import { notations } from './languages/notations.ts'
import type { Shape, Task, TaskCase } from './task.ts'
import { ANY, parseType, shapeOf, type Type } from './types.ts'

/** Loading and all cases together may take this many times what one case may. */
const TOTAL_FACTOR = 5
const MOST_OWN_CALLS = 20

export type JudgeJob = {
  /** For logs and for cancelling. */
  id: string
  problem: Problem
  language: Language
  source: string
  /** Fair queue: one player's flood does not starve the others. */
  player: string
  /** submit: examples and hidden; try: examples and own calls; again and trial: like submit, behind everything else. */
  purpose: 'submit' | 'try' | 'again' | 'trial'
  /** Try: what the player typed, `leap(1900)`; for a script, standard inputs. */
  ownCalls?: string[]
}

/** One run to come: what the worker does, and what only the parent knows. */
export type PlannedRun = {
  name: string
  kind: 'example' | 'hidden' | 'own'
  call: string
  act: TaskCase
  expected?: { value: Value; text: string } | { output: string }
}

export type Plan = {
  runs: PlannedRun[]
  task: Omit<Task, 'id'>
  returns: Type
  script: boolean
  /** Examples show their answer as JSON text, too. */
  values: boolean
}

/** What has to be run for a job. `speed` stretches the time limits on a slow machine. */
export function planJob(job: JudgeJob, speed: number): Plan {
  const { problem, language } = job
  const notation = notations[language]
  const script = problem.kind === 'script' || [...problem.examples, ...problem.hidden].every((test) => 'stdin' in test)
  const signature = problem.function
  const types = signature?.params.map(({ type }) => parseType(type)) ?? []
  const returns = signature === undefined ? ANY : parseType(signature.returns)
  const shapes: Shape[] = types.map(shapeOf)

  const planned = (test: TestCase, kind: 'example' | 'hidden', i: number): PlannedRun => {
    const name = `${kind} ${i + 1}`
    const show = kind === 'example'
    if ('stdin' in test)
      return {
        name,
        kind,
        call: test.stdin,
        act: { do: 'script', stdin: test.stdin },
        expected: { output: test.stdout },
      }
    const expected = { value: test.returns, text: notation.value(test.returns, 'value' in test ? ANY : returns) }
    if ('value' in test) {
      const variable = notation.name(test.value)
      return { name, kind, call: variable, act: { do: 'value', name: variable, show }, expected }
    }
    const call = `${notation.name(signature?.name ?? 'solve')}(${test.args.map((value, i) => notation.value(value, types[i] ?? ANY)).join(', ')})`
    const args = notation.argumentsText(test.args, signature ?? NO_SIGNATURE, types)
    return { name, kind, call, act: { do: 'call', args, show }, expected }
  }

  const own = (text: string, i: number): PlannedRun => ({
    name: `own ${i + 1}`,
    kind: 'own',
    call: text,
    act: script ? { do: 'script', stdin: text } : { do: 'eval', text },
  })

  const examples = problem.examples.map((test, i) => planned(test, 'example', i))
  const rest =
    job.purpose === 'try'
      ? (job.ownCalls ?? []).slice(0, MOST_OWN_CALLS).map(own)
      : problem.hidden.map((test, i) => planned(test, 'hidden', i))
  const runs = [...examples, ...rest]
  const caseMs = problem.limits.timeMs * speed
  return {
    runs,
    returns,
    script,
    values: job.purpose === 'trial',
    task: {
      language,
      source: job.source.replace(/^\uFEFF/, ''),
      entry: signature === undefined ? null : notation.name(signature.name),
      shapes: shapes.some((shape) => shape !== null) ? shapes : null,
      script,
      cases: runs.map((run) => run.act),
      limits: {
        caseMs,
        totalMs: caseMs * TOTAL_FACTOR,
        memoryMb: problem.limits.memoryMb,
        outputBytes: problem.limits.outputKb * 1024,
      },
    },
  }
}

const NO_SIGNATURE: FunctionSignature = { name: 'solve', params: [], returns: 'any' }
