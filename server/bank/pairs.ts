import type { Language } from '../protocol/judgement.ts'
import { noMemory, type Memory } from './memory.ts'
import type { Problem, TestCase } from './problem.ts'
import { inputText, type Trial } from './verify.ts'

/** Two problems whose accepted solutions pass each other's tests: most likely one problem in two dresses. */
export type Pair = { first: string; second: string }

/** A foreign solution may meet inputs it was never made for, and loop on them. */
const FOREIGN_TIME_MS = 300

/** The pairs among the problems. */
export async function samePairs(problems: Problem[], trial: Trial, memory: Memory = noMemory): Promise<Pair[]> {
  const candidates = problems.flatMap((first, index) =>
    problems
      .slice(index + 1)
      .flatMap((second): [Problem, Problem][] => (mayBeSame(first, second) ? [[first, second]] : [])),
  )
  const found = await Promise.all(
    candidates.map(async ([first, second]): Promise<Pair[]> => {
      const same = await memory(
        ['pair', part(first), part(second)],
        () => areSame(first, second, trial),
        () => true,
      )
      return same ? [{ first: first.id, second: second.id }] : []
    }),
  )
  return found.flat()
}

/** The problems among `others` that are the same as this one. */
export async function sameAs(problem: Problem, others: readonly Problem[], trial: Trial): Promise<Problem[]> {
  const candidates = others.filter((other) => mayBeSame(problem, other))
  const same = await Promise.all(candidates.map((other) => areSame(problem, other, trial)))
  return candidates.filter((_, i) => same[i])
}

const areSame = async (first: Problem, second: Problem, trial: Trial): Promise<boolean> =>
  (await passes(first, second, trial)) && (await passes(second, first, trial))

/** What a comparison depends on. */
const part = (problem: Problem) => [tests(problem), problem.function, problem.checker, solutionOf(problem)]

const solutionOf = (problem: Problem) => problem.submissions.find(({ folder }) => folder === 'accepted')

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
  const solution = solutionOf(solver)
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
