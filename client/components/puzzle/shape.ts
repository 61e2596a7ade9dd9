import type { DraftTest, PuzzleDraft } from '../../../server/protocol/contributions.ts'

/**
 * What a puzzle asks for, as its author sees it: a function, a variable that the code leaves behind, a whole program, or
 * lines to put in order. The package says it in two places: its kind, and what its tests look like.
 */
export const MODES = ['function', 'variable', 'script', 'parsons'] as const
export type Mode = (typeof MODES)[number]
/** What a line of the table of tests holds. */
export type TestShape = 'args' | 'value' | 'stdin'

export const shapeOfTest = (test: DraftTest): TestShape =>
  test.stdin !== undefined ? 'stdin' : test.value !== undefined ? 'value' : 'args'

const allTests = (draft: PuzzleDraft): DraftTest[] => [...draft.examples, ...draft.hidden]

/** What most lines of the table hold: that of the first. There is always one (see `rows.ts`). */
export function shapeOf(draft: PuzzleDraft): TestShape {
  const [first] = allTests(draft)
  return first ? shapeOfTest(first) : draft.kind === 'script' ? 'stdin' : 'args'
}

export function modeOf(draft: PuzzleDraft): Mode {
  if (draft.kind !== 'function') return draft.kind
  return shapeOf(draft) === 'value' ? 'variable' : 'function'
}

/** A line with nothing in it. */
export function emptyTest(shape: TestShape, params: number): DraftTest {
  const rest = { expected: '', note: '', notes: {} }
  if (shape === 'stdin') return { stdin: '', ...rest }
  if (shape === 'value') return { value: '', ...rest }
  return { args: Array.from({ length: params }, () => ''), ...rest }
}

/** The draft as another kind of puzzle. Answers and notes stay; what goes in begins anew where it has another shape. */
export function withMode(draft: PuzzleDraft, mode: Mode): PuzzleDraft {
  const kind = mode === 'variable' ? 'function' : mode
  const before = shapeOf(draft)
  const keeps = mode === 'parsons' && before !== 'value'
  const shape: TestShape = keeps ? before : mode === 'variable' ? 'value' : mode === 'script' ? 'stdin' : 'args'
  const reshaped = (test: DraftTest): DraftTest =>
    shapeOfTest(test) === shape
      ? test
      : {
          ...emptyTest(shape, draft.function.params.length),
          expected: test.expected,
          note: test.note,
          notes: test.notes,
        }
  return { ...draft, kind, examples: draft.examples.map(reshaped), hidden: draft.hidden.map(reshaped) }
}

/** A signature with other parameters: each line's arguments follow theirs (`from[i]` is where parameter i was; null: new). */
export function withParams(
  draft: PuzzleDraft,
  params: PuzzleDraft['function']['params'],
  from: (number | null)[],
): PuzzleDraft {
  const follow = (test: DraftTest): DraftTest =>
    test.args === undefined
      ? test
      : { ...test, args: from.map((place) => (place === null ? '' : (test.args?.[place] ?? ''))) }
  return {
    ...draft,
    function: { ...draft.function, params },
    examples: draft.examples.map(follow),
    hidden: draft.hidden.map(follow),
  }
}

/** The types of a line's cells: those of the arguments, then that of what is expected. Null: text as it is. */
export function typesOf(draft: PuzzleDraft): { args: (string | null)[]; expected: string | null } {
  const shape = shapeOf(draft)
  if (shape === 'stdin') return { args: [null], expected: null }
  if (shape === 'value') return { args: [null], expected: 'any' }
  return { args: draft.function.params.map(({ type }) => type), expected: draft.function.returns }
}
