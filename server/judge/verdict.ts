import type { Checker } from '../bank/problem.ts'
import type { Judgement, Language, PlayerError, Run, Verdict } from '../protocol/judgement.ts'
import { advise } from './advice.ts'
import { isRight, isRightOutput } from './checkers.ts'
import { readValue } from '../protocol/exact-json.ts'
import { hiddenError } from './hidden-error.ts'
import { notations } from './languages/notations.ts'
import type { Plan, PlannedRun } from './plan.ts'
import { Body, type SandboxEnd, type Step } from './task.ts'

export type TaskOutcome = { steps: Step[]; cpuMs: number; memoryKb: number }

type Judged = { verdict: Verdict; received?: string; value?: string; error?: PlayerError }

const SANDBOX_VERDICT: Record<SandboxEnd, Verdict> = {
  time: 'TLE',
  never: 'RTE',
  memory: 'MLE',
  output: 'OLE',
  depth: 'RTE',
  exit: 'RTE',
  crash: 'RTE',
}

/** Puts what a worker saw beside what was expected. The only place where the two meet. */
export function judgementOf(plan: Plan, language: Language, checker: Checker, outcome: TaskOutcome): Judgement {
  const steps = new Map(outcome.steps.map((step) => [step.step, step]))
  const loading = steps.get(-1)
  const totals = { timeMs: round(outcome.cpuMs), memoryKb: Math.round(outcome.memoryKb), total: plan.runs.length }
  const printed = loading === undefined ? '' : loading.printed + loading.complained

  if (loading !== undefined) {
    const judged = judgeStep(loading, undefined, plan, language, checker)
    if (judged.verdict !== 'AC')
      return { verdict: judged.verdict, passed: 0, runs: [], printed, error: judged.error, ...totals }
  }
  const runs: Run[] = []
  for (const [i, planned] of plan.runs.entries()) {
    const step = steps.get(i)
    if (step === undefined) break
    const judged = judgeStep(step, planned, plan, language, checker)
    // A script that cannot be read has no runs: its first one finds that out.
    if (judged.verdict === 'CE') return { verdict: 'CE', passed: 0, runs: [], printed, error: judged.error, ...totals }
    runs.push(asRun(planned, step, judged, plan))
    if (judged.verdict === 'TLE') break
  }
  const bad = runs.find((run) => run.verdict !== 'AC')
  return {
    verdict: bad?.verdict ?? (runs.length === plan.runs.length ? 'AC' : 'JE'),
    passed: runs.filter((run) => run.verdict === 'AC').length,
    runs,
    printed,
    error: runs.find((run) => run.error !== undefined)?.error,
    ...totals,
  }
}

/** Lists what may be seen of a run: of a hidden one its verdict, its time, and of an error kind and line. */
function asRun(planned: PlannedRun, step: Step, judged: Judged, { values, task: { source } }: Plan): Run {
  const { verdict, received, value, error } = judged
  const { name, kind, call, expected } = planned
  const timeMs = round(step.cpuMs)
  if (kind === 'hidden') {
    return {
      name,
      kind,
      verdict,
      timeMs,
      ...(error === undefined ? {} : { error: hiddenError(error, source) }),
    }
  }
  const run: Run = { name, kind, verdict, call, timeMs }
  if (expected !== undefined) run.expected = 'output' in expected ? expected.output : expected.text
  if (received !== undefined) run.received = received
  if (values && value !== undefined) run.value = value
  const printed = planned.act.do === 'script' ? step.complained : step.printed + step.complained
  if (printed !== '') run.printed = printed
  if (error !== undefined) run.error = error
  return run
}

const round = (ms: number): number => Math.round(ms * 100) / 100

function judgeStep(
  step: Step,
  planned: PlannedRun | undefined,
  plan: Plan,
  language: Language,
  checker: Checker,
): Judged {
  const isScript = planned?.act.do === 'script'
  const received = isScript ? { received: step.printed } : {}
  if (step.end !== undefined)
    return { verdict: SANDBOX_VERDICT[step.end], error: advise.sandbox(step.end), ...received }
  const body = readBody(step.body ?? '')
  // What the harness never says was said by the submission in its place.
  if (body === undefined) return { verdict: 'RTE', error: advise.garbled() }
  switch (body.end) {
    case 'done':
      if (isScript) return judgeOutput(step, planned, checker)
      return planned === undefined ? { verdict: 'AC' } : { verdict: 'RTE', error: advise.garbled() }
    case 'value':
      return planned === undefined || isScript
        ? { verdict: 'RTE', error: advise.garbled() }
        : judgeValue(body, planned, plan, language, checker)
    case 'raised':
      return { verdict: 'RTE', error: advise.raised(body.error, plan), ...received }
    case 'unreadable':
      return isReading(planned, plan)
        ? { verdict: 'CE', error: planned?.kind === 'hidden' ? hiddenError(body.error, plan.task.source) : body.error }
        : { verdict: 'RTE', error: advise.garbled() }
    case 'missing':
      return { verdict: 'RTE', error: advise.missing(body, planned, plan.task.entry, language) }
    case 'arity':
      return { verdict: 'RTE', error: advise.arity(body, plan, planned) }
    case 'no-json':
      return {
        verdict: 'WA',
        received: body.shown ?? undefined,
        error: advise.noJson(body.found, body.shown ?? undefined, plan.returns, language),
      }
    case 'too-big':
      return { verdict: 'OLE', error: advise.tooBig() }
    case 'memory':
      return { verdict: 'MLE', error: advise.sandbox('memory') }
  }
}

/**
 * Whether code is read for the first time here: when it is loaded, a script in its first run. Code that calls itself
 * unreadable later has seen inputs, and what it says would be shown in full.
 */
function isReading(planned: PlannedRun | undefined, plan: Plan): boolean {
  return planned === undefined || (plan.script && planned === plan.runs[0])
}

function readBody(text: string): Body | undefined {
  try {
    return Body.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function judgeOutput(step: Step, planned: PlannedRun, checker: Checker): Judged {
  const { expected } = planned
  const right =
    expected === undefined || ('output' in expected && isRightOutput(checker, expected.output, step.printed))
  return { verdict: right ? 'AC' : 'WA', received: step.printed }
}

function judgeValue(
  body: { value: string; shown?: string | null },
  planned: PlannedRun,
  plan: Plan,
  language: Language,
  checker: Checker,
): Judged {
  const { expected } = planned
  if (body.value.length > mostCharacters(expected)) {
    const verdict = expected === undefined ? 'AC' : 'WA'
    return { verdict, received: body.shown ?? body.value.slice(0, MOST_RECEIVED), value: body.value }
  }
  const value = readValue(body.value)
  if (value === undefined) return { verdict: 'WA', error: advise.garbled() }
  const received = body.shown ?? notations[language].value(value, plan.returns).slice(0, MOST_RECEIVED)
  if (expected === undefined || ('value' in expected && isRight(checker, expected.value, value)))
    return { verdict: 'AC', received, value: body.value }
  const forgot = value === null && 'value' in expected && expected.value !== null && planned.act.do === 'call'
  return { verdict: 'WA', received, value: body.value, ...(forgot ? { error: advise.nothingReturned(language) } : {}) }
}

const MOST_RECEIVED = 2000
/** Of an answer that nothing is compared with. */
const MOST_UNCOMPARED = 100_000
/** The same value may be written longer: escapes for letters, all digits of a large number, spaces. */
const LONGER = 64
const A_LITTLE = 1000

/**
 * Beyond this many characters an answer is another one, or of no interest, without being read: reading takes the
 * server's own time, and for a number of a million digits that is seconds.
 */
function mostCharacters(expected: PlannedRun['expected']): number {
  return expected !== undefined && 'value' in expected ? expected.text.length * LONGER + A_LITTLE : MOST_UNCOMPARED
}
