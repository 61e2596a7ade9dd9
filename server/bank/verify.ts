import type { Judgement, Language, Run, Verdict } from '../protocol/judgement.ts'
import { type Fault, fieldText } from './fault.ts'
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
  const fault = (file: string, field: string, message: string): void => {
    faults.push({ file: `${problem.id}/${file}`, field, message })
  }
  const { examples, hidden, submissions } = problem
  if (examples.length < LEAST_EXAMPLES) {
    fault('tests.yaml', 'examples', `has ${examples.length}; at least ${LEAST_EXAMPLES} are needed`)
  }
  if (hidden.length < LEAST_HIDDEN) {
    fault('tests.yaml', 'hidden', `has ${hidden.length}; at least ${LEAST_HIDDEN} are needed`)
  }
  for (const language of ['python', 'javascript'] as const) {
    if (!submissions.some((submission) => submission.folder === 'accepted' && submission.language === language)) {
      fault('submissions/accepted', '', `holds no solution in ${language}`)
    }
  }
  if (!submissions.some(({ folder }) => folder !== 'accepted')) {
    fault(
      'submissions',
      '',
      'holds no wrong one; put one that people really make under wrong_answer, time_limit or run_time_error',
    )
  }
  if (problem.walkthrough.en === undefined) fault('walkthrough.md', '', 'is missing')
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
      else warnings.push({ file: `${problem.id}/tests.yaml`, field, message: `has the same input as ${first}` })
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
  const fault = (message: string): Fault => ({ file: `${problem.id}/${file}`, field: language, message })
  const tried = { file, language, expected, verdict: judgement.verdict, timeMs }
  if (judgement.verdict !== expected) {
    return { tried, wrong: fault(`must get ${expected}, but gets ${outcome(judgement)}`) }
  }
  if (expected !== 'AC' || timeMs <= mostMs) return { tried }
  const limit = Math.floor(mostMs)
  return { tried, slow: fault(`takes ${Math.round(timeMs)} ms for a test; a third of the limit is ${limit} ms`) }
}

export const slowest = (judgement: Judgement): number => Math.max(0, ...judgement.runs.map(({ timeMs }) => timeMs))

function outcome(judgement: Judgement): string {
  const run = judgement.runs.find(({ verdict }) => verdict !== 'AC')
  const error = run?.error ?? judgement.error
  const kind = error === undefined ? '' : ` (${error.kind}${error.line === undefined ? '' : ` in line ${error.line}`})`
  return `${judgement.verdict}${run === undefined ? '' : ` on ${run.name}`}${kind}${comparison(run)}`
}

const comparison = (run: Run | undefined): string =>
  run?.call === undefined || run.received === undefined
    ? ''
    : `: ${shorten(run.call)} gives ${shorten(run.received)}, expected ${shorten(run.expected ?? '')}`

const shorten = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 79)}…`)
