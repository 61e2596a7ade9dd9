import { literal } from '../protocol/literal.ts'
import { contains, fits, parseType, type Type } from '../protocol/value-type.ts'
import type { FaultCode, FaultParams } from '../protocol/package-faults.ts'
import { fault, type Fault } from './fault.ts'
import type { Problem, TestCase, Value } from './problem.ts'

/** What no single file can show: whether the parts of a package belong together. `field` tells where, in `file`. */
export function crossFaults(problem: Problem): Fault[] {
  const at: At = (file, field, code, params) => fault(`${problem.id}/${file}`, field, code, params)
  const tests = namedTests(problem)
  const faults: Fault[] = []
  const duplicate = problem.languages.find((language, i) => problem.languages.indexOf(language) !== i)
  if (duplicate !== undefined) faults.push(at('problem.yaml', 'languages', 'named-twice', { name: duplicate }))

  for (const { field, test } of tests) {
    if (problem.kind === 'function' && 'stdin' in test) {
      faults.push(at('tests.yaml', field, 'stdin-elsewhere'))
    }
    if (problem.kind === 'script' && 'args' in test) {
      faults.push(at('tests.yaml', field, 'args-elsewhere'))
    }
  }
  if (tests.some(({ test }) => 'stdin' in test) && tests.some(({ test }) => !('stdin' in test))) {
    faults.push(at('tests.yaml', '', 'tests-mixed'))
  }

  const called = tests.some(({ test }) => 'args' in test)
  if (called && problem.function === undefined) {
    faults.push(at('problem.yaml', 'function', 'function-missing'))
  }
  if (!called && problem.function !== undefined) {
    faults.push(at('problem.yaml', 'function', 'function-idle'))
  }
  return [...faults, ...signatureFaults(problem, at), ...checkerFaults(problem, at), ...solutionFaults(problem, at)]
}

type At = (file: string, field: string, code: FaultCode, params?: FaultParams) => Fault

const namedTests = (problem: Problem): { field: string; test: TestCase }[] => [
  ...problem.examples.map((test, i) => ({ field: `examples[${i}]`, test })),
  ...problem.hidden.map((test, i) => ({ field: `hidden[${i}]`, test })),
]

function signatureFaults(problem: Problem, at: At): Fault[] {
  const signature = problem.function
  if (signature === undefined) return []
  const faults: Fault[] = []
  const names = signature.params.map((param) => param.name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) faults.push(at('problem.yaml', 'function.params', 'named-twice', { name: twice }))
  const params = signature.params.map((param) => ({ ...param, parsed: parseType(param.type) }))
  const returns = parseType(signature.returns)
  const check = (value: Value, type: Type | undefined, typeText: string, field: string): void => {
    if (type === undefined || fits(value, type)) return
    faults.push(at('tests.yaml', field, 'not-of-type', { value: shorten(value), type: typeText }))
  }
  for (const { field, test } of namedTests(problem)) {
    if (!('args' in test)) continue
    if (test.args.length !== params.length) {
      const told = { count: test.args.length, name: signature.name, takes: params.length }
      faults.push(at('tests.yaml', `${field}.args`, 'args-count', told))
      continue
    }
    params.forEach((param, i) => check(test.args[i]!, param.parsed, param.type, `${field}.args[${i}]`))
    check(test.returns, returns, signature.returns, `${field}.returns`)
  }
  return faults
}

const shorten = (value: Value): string => {
  const text = literal(value, 'javascript')
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`
}

function checkerFaults(problem: Problem, at: At): Fault[] {
  const { checker } = problem
  if (checker === 'exact') return []
  const script = problem.examples.some((test) => 'stdin' in test)
  const returns = problem.function === undefined ? undefined : parseType(problem.function.returns)
  if (checker === 'unordered') {
    // A script's lines may come in any order too.
    const lists = problem.examples.every(
      (test) => 'stdin' in test || test.returns === null || Array.isArray(test.returns),
    )
    return lists ? [] : [at('problem.yaml', 'checker', 'unordered-what')]
  }
  if (!script && returns !== undefined && !contains(returns, ({ kind }) => kind === 'float' || kind === 'any')) {
    return [at('problem.yaml', 'checker', 'tolerance-what', { type: problem.function?.returns ?? '' })]
  }
  return []
}

/** Python and JavaScript need an accepted solution of their own; TypeScript runs JavaScript's ideas as they are. */
function solutionFaults(problem: Problem, at: At): Fault[] {
  const solved = new Set(
    problem.submissions.flatMap(({ folder, language }) => (folder === 'accepted' ? [language] : [])),
  )
  const needed = problem.languages.filter((language) => language !== 'typescript' || solved.size === 0)
  const foreign = problem.submissions
    .filter(({ language }) => !problem.languages.includes(language))
    .map(({ folder, file, language }) => at(`submissions/${folder}/${file}`, '', 'language-not-offered', { language }))
  const missing = needed
    .filter((language) => !solved.has(language))
    .map((language) => at('submissions/accepted', '', 'solution-missing', { language }))
  return [...foreign, ...missing]
}
