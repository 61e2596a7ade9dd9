import { Checker, type FunctionSignature, Limits, type Problem, type TestCase } from '../../../server/bank/problem.ts'
import { ProblemId } from '../../../server/protocol/ids.ts'

type Wanted = Partial<Pick<Problem, 'languages' | 'checker' | 'kind'>> & {
  limits?: Partial<Limits>
  examples?: TestCase[]
  hidden?: TestCase[]
}

const problem = (id: string, rest: Wanted & { function?: FunctionSignature }): Problem => ({
  id: ProblemId.parse(id),
  name: id,
  names: {},
  level: 1,
  minutes: 3,
  topics: ['test'],
  languages: ['python', 'javascript', 'typescript'],
  kind: 'function',
  checker: Checker.parse('exact'),
  author: 'Outdo',
  licence: 'CC-BY-4.0',
  statement: { en: '' },
  hints: { en: [] },
  walkthrough: { en: '' },
  examples: [],
  hidden: [],
  skeletons: {},
  submissions: [],
  ...rest,
  limits: Limits.parse(rest.limits ?? {}),
})

/** A function problem: `functionProblem('double', '(n: int) -> int', …)`. */
export function functionProblem(name: string, signature: string, rest: Wanted): Problem {
  const read = /^\((.*)\) -> (\S+)$/.exec(signature)
  if (read === null) throw new Error(`no signature: ${signature}`)
  const params = [...read[1]!.matchAll(/([a-z_]+): ([a-z]+(?:\[[^:]*\])?)(?:, |$)/g)].map(([, param, type]) => ({
    name: param!,
    type: type!,
  }))
  return problem(name.replaceAll('_', '-'), { function: { name, params, returns: read[2]! }, ...rest })
}

export const scriptProblem = (id: string, rest: Wanted): Problem => problem(id, { kind: 'script', ...rest })
export const valueProblem = (id: string, rest: Wanted): Problem => problem(id, rest)

/** Twice a number: two examples, three hidden tests. */
export const double = functionProblem('double_it', '(n: int) -> int', {
  examples: [
    { args: [1], returns: 2 },
    { args: [4], returns: 8 },
  ],
  hidden: [
    { args: [0], returns: 0 },
    { args: [-3], returns: -6 },
    { args: [1_000_000], returns: 2_000_000 },
  ],
})
