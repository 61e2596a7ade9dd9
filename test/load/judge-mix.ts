import { join } from 'node:path'
import { loadBank } from '../../server/bank/load.ts'
import type { Problem } from '../../server/bank/problem.ts'
import { notations } from '../../server/judge/languages/notations.ts'
import { planJob, type JudgeJob } from '../../server/judge/plan.ts'
import type { Task } from '../../server/judge/task.ts'
import { parseType } from '../../server/judge/types.ts'
import type { Language } from '../../server/protocol/judgement.ts'

export type Solution = {
  job: JudgeJob
  task: Omit<Task, 'id'>
  /** The same code and calls for a process of its own. */
  program: string
}

const SMALL = {
  python: 'def f(x):\n    return sum(i * x for i in range(100))',
  javascript: 'function f(x) {\n  let sum = 0\n  for (let i = 0; i < 100; i++) sum += i * x\n  return sum\n}',
}

/** A function of two lines, called five times. */
export const smallTask = (language: 'python' | 'javascript'): Omit<Task, 'id'> => ({
  language,
  source: SMALL[language],
  entry: 'f',
  shapes: null,
  script: false,
  cases: [1, 2, 3, 4, 5].map((n) => ({ do: 'call', args: `[${n}]`, show: n < 3 })),
  limits: { caseMs: 2000, totalMs: 10_000, memoryMb: 128, outputBytes: 65_536 },
})

/** Every accepted solution of the bank's functions in one language, with all its tests. */
export async function solutions(language: 'python' | 'javascript'): Promise<Solution[]> {
  const bank = await loadBank(join(import.meta.dirname, '..', '..', 'problems'))
  return [...bank.problems.values()].flatMap((problem) =>
    problem.submissions
      .filter(
        (submission) =>
          submission.folder === 'accepted' && submission.language === language && problem.function !== undefined,
      )
      .map(({ source }) => {
        const job: JudgeJob = { id: 'bench', problem, language, source, player: 'bench', purpose: 'submit' }
        return { job, task: planJob(job, 1).task, program: alone(problem, language, source) }
      }),
  )
}

function alone(problem: Problem, language: Language, source: string): string {
  const notation = notations[language]
  const types = problem.function!.params.map(({ type }) => parseType(type))
  const calls = [...problem.examples, ...problem.hidden].flatMap((test) =>
    'args' in test
      ? [
          `${notation.name(problem.function!.name)}(${test.args.map((value, i) => notation.value(value, types[i]!)).join(', ')})`,
        ]
      : [],
  )
  return `${source}\n${calls.join('\n')}\n`
}
