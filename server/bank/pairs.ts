import type { Language } from '../protocol/judgement.ts'
import type { Problem, TestCase } from './problem.ts'
import { inputText, type Trial } from './verify.ts'

/** Two problems whose accepted solutions pass each other's tests: most likely one problem in two dresses. */
export type Pair = { first: string; second: string }

/** A foreign solution may meet inputs it was never made for, and loop on them. */
const FOREIGN_TIME_MS = 300

/** The pairs among `problems`; with `against`, only pairs of one of `problems` and one of `against` too. */
export async function samePairs(problems: Problem[], trial: Trial, against: Problem[] = []): Promise<Pair[]> {
  const candidates: [Problem, Problem][] = []
  problems.forEach((first, index) => {
    const others = [...problems.slice(index + 1), ...against.filter(({ id }) => id !== first.id)]
    for (const second of others) if (mayBeSame(first, second)) candidates.push([first, second])
  })
  const found = await Promise.all(
    candidates.map(async ([first, second]): Promise<Pair[]> => {
      const same = (await passes(first, second, trial)) && (await passes(second, first, trial))
      return same ? [{ first: first.id, second: second.id }] : []
    }),
  )
  return found.flat()
}

/** Without running anything: the same kind of input and output, and no input that the two answer differently. */
function mayBeSame(first: Problem, second: Problem): boolean {
  if (shapeText(first) !== shapeText(second) || shapeText(first) === undefined) return false
  const answers = new Map(tests(first).map((test) => [inputText(test), answerText(test)]))
  return tests(second).every((test) => {
    const answer = answers.get(inputText(test))
    return answer === undefined || answer === answerText(test)
  })
}

const tests = (problem: Problem): TestCase[] => [...problem.examples, ...problem.hidden]

const answerText = (test: TestCase): string =>
  inputText({ args: 'returns' in test ? [test.returns] : [test.stdout.trimEnd()], returns: null })

/** Undefined for problems that read variables: their names differ, and with them everything. */
function shapeText(problem: Problem): string | undefined {
  if (tests(problem).some((test) => 'value' in test)) return undefined
  if (problem.function === undefined) return 'script'
  const types = [...problem.function.params.map(({ type }) => type), problem.function.returns]
  return types.map((type) => type.replaceAll(' ', '').replaceAll('float', 'int')).join(' ')
}

async function passes(solver: Problem, tested: Problem, trial: Trial): Promise<boolean> {
  const solution = solver.submissions.find(({ folder }) => folder === 'accepted')
  if (solution === undefined) return false
  const { verdict } = await trial(dressed(tested, solver, solution.language), solution.language, solution.source)
  return verdict === 'AC'
}

/** `tested`, asking for the function by the name that `solver` gave it. */
function dressed(tested: Problem, solver: Problem, language: Language): Problem {
  const limits = { ...tested.limits, timeMs: Math.min(tested.limits.timeMs, FOREIGN_TIME_MS) }
  const problem: Problem = { ...tested, limits, languages: [language] }
  if (tested.function !== undefined && solver.function !== undefined) {
    problem.function = { ...tested.function, name: solver.function.name }
  }
  return problem
}
