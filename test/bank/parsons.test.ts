import { describe, expect, it } from 'vitest'
import { faultText } from '../../server/bank/fault.ts'
import { loadProblem } from '../../server/bank/load.ts'
import { assembleParsons } from '../../server/protocol/parsons.ts'
import { changed, emptyFolder, packageIn, type Files } from './packages.ts'

const LINES = `
python:
  solution: |
    def twice_of(number):
        if number == 0:
            return 0
        return number * 2
  distractors: ['return number ** 2']
javascript:
  solution: |
    function twiceOf(number) {
      return number * 2
    }
`
const load = (lines: string, files: Files = {}) =>
  loadProblem(
    packageIn(emptyFolder(), 'twice', {
      ...changed('problem.yaml', 'kind: function', 'kind: parsons'),
      'parsons.yaml': lines,
      'submissions/accepted/times.py': undefined,
      'submissions/accepted/times.js': undefined,
      ...files,
    }),
  )

async function parsonsOf(lines: string) {
  const result = await load(lines)
  if (!result.ok) throw new Error(result.refusal.map(faultText).join('\n'))
  return { problem: result.value, python: result.value.parsons!.python!, javascript: result.value.parsons!.javascript! }
}

describe('a Parsons puzzle', () => {
  it('has its solution as an accepted submission for each language, and no other is needed', async () => {
    const { problem } = await parsonsOf(LINES)
    const accepted = problem.submissions.filter(({ folder }) => folder === 'accepted')
    expect(accepted.map(({ language }) => language)).toEqual(['python', 'javascript', 'typescript'])
    expect(accepted[0]?.source).toBe(
      'def twice_of(number):\n    if number == 0:\n        return 0\n    return number * 2\n',
    )
  })

  it('gives the player all pieces, in an order that depends on their texts alone', async () => {
    const { python } = await parsonsOf(LINES)
    const { pieces } = python
    expect(pieces.map(({ text }) => text).toSorted()).toEqual(
      [...python.lines, ...python.distractors].map(({ text }) => text).toSorted(),
    )
    const misplaced = LINES.replace('            return 0\n', '').replace("['return", "['return 0', 'return")
    expect((await parsonsOf(misplaced)).python.pieces).toEqual(pieces)
  })

  it('names its pieces by their places in that order', async () => {
    const { python } = await parsonsOf(LINES)
    expect(python.pieces.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5'])
  })

  it('has 2 to 24 lines', async () => {
    const lines = (count: number): string =>
      LINES.replace(/solution: \|\n {4}function[^}]*}/, `solution: |\n${'    x++\n'.repeat(count)}`)
    expect((await parsonsOf(lines(2))).javascript.lines).toHaveLength(2)
    expect((await parsonsOf(lines(24))).javascript.lines).toHaveLength(24)
    expect((await load(lines(25))).ok).toBe(false)
  })

  it('lets the player choose the indentation in Python; in JavaScript the pieces have it', async () => {
    const { python, javascript } = await parsonsOf(LINES)
    expect(python.pieces.some((piece) => 'indent' in piece)).toBe(false)
    expect(javascript.pieces.find(({ text }) => text.startsWith('return'))?.indent).toBe(1)
  })

  it('is put together as ordinary source', () => {
    const placed = [
      { text: 'def f():', indent: 0 },
      { text: 'return 1', indent: 1 },
    ]
    expect(assembleParsons(placed, 'python')).toBe('def f():\n    return 1\n')
  })

  it.each<[string, string, RegExp]>([
    ['a language without lines', LINES.slice(0, LINES.indexOf('javascript:')), /parsons\.yaml: javascript: is missing/],
    [
      'odd indentation',
      LINES.replace('    return number * 2\n  distractors', '   return number * 2\n  distractors'),
      /python\.solution: "return number \* 2" is not indented by a multiple of 4/,
    ],
    [
      'a distractor that is right',
      LINES.replace('number ** 2', 'number * 2'),
      /python\.distractors: "return number \* 2" is a line of the solution too/,
    ],
    ['one line', LINES.replace(/solution: \|\n {4}function[^}]*}/, 'solution: x'), /javascript\.solution: has 1 lines/],
  ])('%s is a fault', async (_, lines, fault) => {
    const result = await load(lines)
    expect(result.ok ? [] : result.refusal.map(faultText)).toContainEqual(expect.stringMatching(fault))
  })

  it('needs parsons.yaml', async () => {
    const result = await load('', { 'parsons.yaml': undefined })
    expect(result).toMatchObject({ ok: false, refusal: [{ file: 'twice/parsons.yaml', message: 'is missing' }] })
  })
})
