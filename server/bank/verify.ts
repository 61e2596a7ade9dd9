import type { Judgement, Language, Verdict } from '../protocol/judgement.ts'
import { faultWords, type FaultCode, type FaultParams, type FaultWords } from '../protocol/package-faults.ts'
import { fault, type Fault, fieldText } from './fault.ts'
import { EXPECTED_VERDICT, type PackagedSubmission, type Problem, type TestCase } from './problem.ts'

/** Judges one source for one problem. The caller wires it to the judge; a stand-in serves tests. */
export type Trial = (problem: Problem, language: Language, source: string) => Promise<Judgement>

export type Tried = {
  file: string
  language: Language
  expected: Verdict
  verdict: Verdict
  /** The slowest test case's processor time. */
  timeMs: number
}

export type Verification = {
  id: string
  /** What has to be mended. */
  faults: Fault[]
  /** What may be as it should. */
  warnings: Fault[]
  tried: Tried[]
}

const LEAST_EXAMPLES = 2
const LEAST_HIDDEN = 8
/** An accepted solution may use this share of the time limit: others' machines and others' ideas are slower. */
const TIME_SHARE = 1 / 3

/**
 * Tries every submission of a package, and looks whether the package has what the bank asks for. `slowness` is how many
 * times slower than the reference this machine runs, and so how much longer the judge's limits are here.
 */
export async function verifyProblem(problem: Problem, trial: Trial, slowness = 1): Promise<Verification> {
  const { wrong, slow, tried } = await trySubmissions(problem, trial, slowness)
  return { id: problem.id, faults: [...lacks(problem), ...wrong, ...slow], warnings: repeatedTests(problem), tried }
}

/** `wrong`: another verdict than the folder's. `slow`: accepted, with too little time to spare; `mostMs` is what it may take. */
export type Tries = { wrong: Fault[]; slow: Fault[]; tried: Tried[]; mostMs: number }

/** Tries every submission of a package. */
export async function trySubmissions(problem: Problem, trial: Trial, slowness = 1): Promise<Tries> {
  const mostMs = problem.limits.timeMs * slowness * TIME_SHARE
  const results = await Promise.all(toTry(problem).map((submission) => tryOne(problem, submission, trial, mostMs)))
  return {
    wrong: results.flatMap(({ wrong }) => wrong ?? []),
    slow: results.flatMap(({ slow }) => slow ?? []),
    tried: results.map(({ tried }) => tried),
    mostMs,
  }
}

/** TypeScript's players are served by a JavaScript solution where there is none of their own: it is tried as TypeScript too. */
function toTry(problem: Problem): PackagedSubmission[] {
  const accepted = problem.submissions.filter(({ folder }) => folder === 'accepted')
  const typescript =
    problem.languages.includes('typescript') && !accepted.some(({ language }) => language === 'typescript')
  const stand = accepted.find(({ language }) => language === 'javascript')
  return typescript && stand !== undefined
    ? [...problem.submissions, { ...stand, language: 'typescript' }]
    : problem.submissions
}

/** What the bank asks of a package beyond being readable, and this one has not. */
export function lacks(problem: Problem): Fault[] {
  const faults: Fault[] = []
  const lack = (file: string, field: string, code: FaultCode, params?: FaultParams): void => {
    faults.push(fault(`${problem.id}/${file}`, field, code, params))
  }
  const { examples, hidden, submissions } = problem
  if (examples.length < LEAST_EXAMPLES) {
    lack('tests.yaml', 'examples', 'too-few', { count: examples.length, least: LEAST_EXAMPLES })
  }
  if (hidden.length < LEAST_HIDDEN) {
    lack('tests.yaml', 'hidden', 'too-few', { count: hidden.length, least: LEAST_HIDDEN })
  }
  for (const language of ['python', 'javascript'] as const) {
    if (!submissions.some((submission) => submission.folder === 'accepted' && submission.language === language)) {
      lack('submissions/accepted', '', 'no-solution', { language })
    }
  }
  if (!submissions.some(({ folder }) => folder !== 'accepted')) {
    lack('submissions', '', 'no-wrong')
  }
  if (problem.walkthrough.en === undefined) lack('walkthrough.md', '', 'missing')
  return faults
}

/** The same input twice tests nothing more. */
export function repeatedTests(problem: Problem): Fault[] {
  const seen = new Map<string, string>()
  const warnings: Fault[] = []
  const look = (list: 'examples' | 'hidden'): void =>
    problem[list].forEach((test, index) => {
      const field = fieldText([list, index])
      const input = inputText(test)
      const first = seen.get(input)
      if (first === undefined) seen.set(input, field)
      else warnings.push(fault(`${problem.id}/tests.yaml`, field, 'same-input', { other: first }))
    })
  look('examples')
  look('hidden')
  return warnings
}

/** A test's input as text that is the same for the same input. */
export function inputText(test: TestCase): string {
  const input = 'args' in test ? test.args : 'value' in test ? { variable: test.value } : test.stdin
  return JSON.stringify(input, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
}

async function tryOne(
  problem: Problem,
  submission: PackagedSubmission,
  trial: Trial,
  mostMs: number,
): Promise<{ tried: Tried; wrong?: Fault; slow?: Fault }> {
  const { folder, language, source } = submission
  const expected = EXPECTED_VERDICT[folder]
  let judgement = await trial(problem, language, source)
  let timeMs = slowest(judgement)
  // What looks slow once may have met a busy moment; what is slow is slow twice.
  if (judgement.verdict === 'TLE' ? expected !== 'TLE' : expected === 'AC' && timeMs > mostMs) {
    judgement = await trial(problem, language, source)
    timeMs = Math.min(timeMs, slowest(judgement))
  }
  const file = `submissions/${folder}/${submission.file}`
  const found = (words: FaultWords): Fault => ({ file: `${problem.id}/${file}`, field: language, ...words })
  const tried = { file, language, expected, verdict: judgement.verdict, timeMs }
  if (judgement.verdict !== expected) {
    return { tried, wrong: found(outcome(expected, judgement)) }
  }
  if (expected !== 'AC' || timeMs <= mostMs) return { tried }
  return { tried, slow: found(faultWords('slow', { ms: Math.round(timeMs), most: Math.floor(mostMs) })) }
}

export const slowest = (judgement: Judgement): number => Math.max(0, ...judgement.runs.map(({ timeMs }) => timeMs))

/** Another verdict than the folder's, with where and how it came about, as far as the judge says. */
function outcome(wanted: Verdict, judgement: Judgement): FaultWords {
  const run = judgement.runs.find(({ verdict }) => verdict !== 'AC')
  const told = { wanted, got: judgement.verdict }
  const { kind, line } = run?.error ?? judgement.error ?? {}
  if (run === undefined) {
    if (kind === undefined) return faultWords('verdict', told)
    return line === undefined
      ? faultWords('verdict-crash', { ...told, kind })
      : faultWords('verdict-crash-line', { ...told, kind, line })
  }
  const on = { ...told, run: run.name }
  if (kind !== undefined)
    return line === undefined
      ? faultWords('verdict-error', { ...on, kind })
      : faultWords('verdict-error-line', { ...on, kind, line })
  if (run.call === undefined || run.received === undefined) return faultWords('verdict-on', on)
  const [call, received, right] = [shorten(run.call), shorten(run.received), shorten(run.expected ?? '')]
  return faultWords('verdict-answer', { ...on, call, received, right })
}

const shorten = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 79)}…`)
