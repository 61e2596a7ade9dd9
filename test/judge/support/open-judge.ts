import { createJudge, type Judge, type JudgeJob } from '../../../server/judge/judge.ts'
import type { Judgement, Language } from '../../../server/protocol/judgement.ts'
import { JUDGE_CACHE } from '../../support/judge-cache.ts'

export type TestJudge = Judge & {
  submit(job: Pick<JudgeJob, 'problem' | 'source'> & Partial<JudgeJob>): Promise<Judgement>
  python(problem: JudgeJob['problem'], source: string): Promise<Judgement>
  javascript(problem: JudgeJob['problem'], source: string): Promise<Judgement>
  typescript(problem: JudgeJob['problem'], source: string): Promise<Judgement>
}

let next = 0

/** A real judge with real workers; close it after the tests. */
export async function openJudge(workers = 2): Promise<TestJudge> {
  const judge = await createJudge({ workers, cacheDir: JUDGE_CACHE })
  const submit: TestJudge['submit'] = (job) =>
    judge.judge({ id: `job ${++next}`, language: 'python', player: `player ${next}`, purpose: 'submit', ...job })
  const inLanguage = (language: Language) => (problem: JudgeJob['problem'], source: string) =>
    submit({ problem, source, language })
  return {
    ...judge,
    submit,
    python: inLanguage('python'),
    javascript: inLanguage('javascript'),
    typescript: inLanguage('typescript'),
  }
}
