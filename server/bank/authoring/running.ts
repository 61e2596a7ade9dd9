import type { DraftTest, FilledTest, PuzzleDraft } from '../../protocol/contributions.ts'
import { readValue } from '../../protocol/exact-json.ts'
import type { Judgement, Run } from '../../protocol/judgement.ts'
import type { PackagedSubmission, Problem, TestCase } from '../problem.ts'
import type { Trial } from '../verify.ts'
import { cellText } from './cells.ts'
import { testOf } from './draft-files.ts'
import { sketchOf } from './sketch.ts'

/** As examples, so that the judge shows what came back. */
const shown = (problem: Problem, examples: TestCase[]): Problem => ({ ...problem, examples, hidden: [] })

/** The draft's first accepted solution; undefined where there is none yet. */
export const solutionOf = (draft: PuzzleDraft): PackagedSubmission | undefined =>
  sketchOf(draft).problem.submissions.find(({ folder }) => folder === 'accepted')

/** What the solution gives for each line of the table. */
export async function fillTests(
  draft: PuzzleDraft,
  { language, source }: PackagedSubmission,
  trial: Trial,
): Promise<{ examples: FilledTest[]; hidden: FilledTest[] }> {
  const { problem } = sketchOf(draft)
  const lines = [...draft.examples, ...draft.hidden].map(inputOf)
  const inputs = lines.flatMap((line) => ('test' in line ? [line.test] : []))
  const judgement = inputs.length === 0 ? null : await trial(shown(problem, inputs), language, source)
  const runs = judgement?.runs.values()
  const filled = lines.map((line): FilledTest =>
    'test' in line ? filledBy(line.test, runs?.next().value, judgement) : line,
  )
  return { examples: filled.slice(0, draft.examples.length), hidden: filled.slice(draft.examples.length) }
}

/** A test that asks without expecting anything. */
function inputOf(test: DraftTest): { test: TestCase } | { fault: string } {
  const read = testOf({ ...test, expected: 'null' })
  const fault = read.faults[0]
  return fault === undefined ? { test: read.test } : { fault: fault.message }
}

function filledBy(test: TestCase, run: Run | undefined, judgement: Judgement | null): FilledTest {
  if (run === undefined) {
    const why = judgement?.error?.text ?? ''
    return { fault: why === '' ? 'was not reached: a line before it took too long' : why }
  }
  const answered = run.verdict === 'AC' || run.verdict === 'WA'
  if (answered && 'stdin' in test && run.received !== undefined) return { expected: run.received }
  const value = answered && run.value !== undefined ? readValue(run.value) : undefined
  if (value !== undefined && !('stdin' in test)) return { expected: cellText(value) }
  return { fault: run.error?.text || run.verdict }
}

/** The judge's answer to one of the draft's submissions, with everything shown that its author may want to see. */
export async function judgeSubmission(
  draft: PuzzleDraft,
  { language, source }: PuzzleDraft['submissions'][number],
  trial: Trial,
): Promise<Judgement> {
  const { problem, tests } = sketchOf(draft)
  const all = tests.map(({ test }) => test)
  const judgement = await trial(shown(problem, all), language, source)
  const runs = judgement.runs.map(({ value: _, ...run }, i): Run => {
    const { list, index } = tests[i]!
    return {
      ...run,
      name: `${list === 'examples' ? 'example' : 'hidden'} ${index + 1}`,
      kind: list === 'examples' ? 'example' : 'hidden',
    }
  })
  return { ...judgement, runs }
}
