import { literal } from '../protocol/literal.ts'
import { contains, fits, parseType, type Type } from '../protocol/value-type.ts'
import type { Fault } from './fault.ts'
import type { Problem, TestCase, Value } from './problem.ts'

/** What no single file can show: whether the parts of a package belong together. `field` tells where, in `file`. */
export function crossFaults(problem: Problem): Fault[] {
  const at = (file: string, field: string, message: string): Fault => ({
    file: `${problem.id}/${file}`,
    field,
    message,
  })
  const tests = namedTests(problem)
  const faults: Fault[] = []
  const duplicate = problem.languages.find((language, i) => problem.languages.indexOf(language) !== i)
  if (duplicate !== undefined) faults.push(at('problem.yaml', 'languages', `${duplicate} is named twice`))

  for (const { field, test } of tests) {
    if (problem.kind === 'function' && 'stdin' in test) {
      faults.push(at('tests.yaml', field, 'stdin and stdout belong to `kind: script`'))
    }
    if (problem.kind === 'script' && 'args' in test) {
      faults.push(at('tests.yaml', field, 'args belong to `kind: function`'))
    }
  }
  if (tests.some(({ test }) => 'stdin' in test) && tests.some(({ test }) => !('stdin' in test))) {
    faults.push(at('tests.yaml', '', 'some tests have stdin, others have not; a problem has one or the other'))
  }

  const called = tests.some(({ test }) => 'args' in test)
  if (called && problem.function === undefined) {
    faults.push(at('problem.yaml', 'function', 'is missing: the tests have args, so they need a function to call'))
  }
  if (!called && problem.function !== undefined) {
    faults.push(at('problem.yaml', 'function', 'is never called: no test has args'))
  }
  return [...faults, ...signatureFaults(problem, at), ...checkerFaults(problem, at), ...solutionFaults(problem, at)]
}

type At = (file: string, field: string, message: string) => Fault

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
  if (twice !== undefined) faults.push(at('problem.yaml', 'function.params', `${twice} is named twice`))
  const params = signature.params.map((param) => ({ ...param, parsed: parseType(param.type) }))
  const returns = parseType(signature.returns)
  const check = (value: Value, type: Type | undefined, typeText: string, field: string): void => {
    if (type === undefined || fits(value, type)) return
    faults.push(at('tests.yaml', field, `${shorten(value)} is not of the type ${typeText}`))
  }
  for (const { field, test } of namedTests(problem)) {
    if (!('args' in test)) continue
    if (test.args.length !== params.length) {
      const message = `${test.args.length} given, but ${signature.name} takes ${params.length}`
      faults.push(at('tests.yaml', `${field}.args`, message))
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
    return lists ? [] : [at('problem.yaml', 'checker', 'unordered compares lists; these tests expect something else')]
  }
  if (!script && returns !== undefined && !contains(returns, ({ kind }) => kind === 'float' || kind === 'any')) {
    return [
      at('problem.yaml', 'checker', `a tolerance is for floats; the function returns ${problem.function?.returns}`),
    ]
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
    .map(({ folder, file, language }) =>
      at(`submissions/${folder}/${file}`, '', `is in ${language}, which problem.yaml does not offer`),
    )
  const missing = needed
    .filter((language) => !solved.has(language))
    .map((language) => at('submissions/accepted', '', `holds no solution in ${language}, which problem.yaml offers`))
  return [...foreign, ...missing]
}
