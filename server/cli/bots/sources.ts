import { EXPECTED_VERDICT, type Problem } from '../../bank/problem.ts'
import type { Language, Verdict } from '../../protocol/judgement.ts'
import { pick } from './random.ts'

/** Something to send, and what the judge must say of it. */
export type Source = { language: Language; source: string; verdict: Verdict }

const ENDLESS: Source[] = [
  { language: 'python', source: 'while True:\n    pass\n', verdict: 'TLE' },
  { language: 'javascript', source: 'while (true) {}\n', verdict: 'TLE' },
]
const SHARE_ENDLESS = 1 / 500

/** Right or wrong code that the package brings, Python or JavaScript; one in five hundred never ends. */
export function sourceFor(problem: Problem, random: () => number, right: boolean): Source {
  if (random() < SHARE_ENDLESS) return pick(random, ENDLESS)
  const fitting = problem.submissions.filter(
    ({ folder, language }) => language !== 'typescript' && folder !== 'time_limit' && (folder === 'accepted') === right,
  )
  // Every package brings an accepted one; a wrong one may be missing.
  const from = fitting.length > 0 ? fitting : problem.submissions.filter(({ folder }) => folder === 'accepted')
  const { language, source, folder } = pick(random, from)
  return { language, source, verdict: EXPECTED_VERDICT[folder] }
}
