import { describe, expect, it } from 'vitest'
import { newDraft } from '../../../client/components/puzzle/new-draft.ts'
import {
  appended,
  pastedOver,
  rowsFrom,
  spreadsheetCells,
  type Columns,
} from '../../../client/components/puzzle/paste.ts'
import { cellsOf, movedRow, without, withCell } from '../../../client/components/puzzle/rows.ts'
import { emptyTest, modeOf, MODES, shapeOf, withMode, withParams } from '../../../client/components/puzzle/shape.ts'
import { PuzzleDraft, type DraftTest } from '../../../server/protocol/contributions.ts'

const WORDS: Columns = { shape: 'args', names: ['word', 'times'], args: ['str', 'int'], expected: 'str' }
const PROGRAM: Columns = { shape: 'stdin', names: ['input'], args: [null], expected: null }
const row = (...cells: string[]): DraftTest =>
  cells.reduce((filled, cell, i) => withCell(filled, i, cell), emptyTest('args', 2))

describe('cells of a spreadsheet', () => {
  it('are divided by tabs and lines', () => {
    expect(spreadsheetCells('a\t1\r\nb\t\n')).toEqual([
      ['a', '1'],
      ['b', ''],
    ])
  })
  it('have quotes around what holds tabs, lines or quotes', () => {
    expect(spreadsheetCells('"3\n4"\t7\n"say ""no"""\t1')).toEqual([
      ['3\n4', '7'],
      ['say "no"', '1'],
    ])
  })
  it('keep quotes within a cell', () =>
    expect(spreadsheetCells('["a"]\t5" of rain')).toEqual([['["a"]', '5" of rain']]))
})

describe('pasted lines', () => {
  it('become values of their columns, a note last', () => {
    expect(rowsFrom('star\t2\tstarstar\ttwice\n"x"\t0\t\n', WORDS)).toEqual([
      row('"star"', '2', '"starstar"', 'twice'),
      row('"x"', '0', ''),
    ])
  })
  it('may have the names of the columns on top', () => {
    expect(rowsFrom('Word\tTimes\texpected\nstar\t1\tstar', WORDS)).toEqual([row('"star"', '1', '"star"')])
  })
  it.each([
    ['lists', '[["star", 2, "starstar"]]'],
    ['the tests of a package', '[{ "args": ["star", 2], "returns": "starstar" }]'],
    ['lists in and one value out', '[{ "input": null, "args": ["star", 2], "expected": "starstar" }]'],
  ])('may be JSON: %s', (_, json) => expect(rowsFrom(json, WORDS)).toEqual([row('"star"', '2', '"starstar"')]))
  it('keep the digits of a large number', () => {
    expect(rowsFrom('[{ "args": ["", 123456789012345678901], "returns": "" }]', WORDS)[0]?.args?.[1]).toBe(
      '123456789012345678901',
    )
  })
  it('are text as it is for a program', () => {
    expect(rowsFrom('"3\n4"\t7', PROGRAM)).toEqual([{ ...emptyTest('stdin', 1), stdin: '3\n4', expected: '7' }])
    expect(rowsFrom('[{ "stdin": "3\\n", "stdout": "9\\n" }]', PROGRAM)).toEqual([
      { ...emptyTest('stdin', 1), stdin: '3\n', expected: '9\n' },
    ])
  })
  it('go over the table from where the cursor is, and add lines below', () => {
    const rows = [row('"a"', '1', '"a"'), row('"b"', '1', '"b"')]
    expect(pastedOver(rows, { row: 1, column: 1 }, '2\tbb\n3\tccc', WORDS, 10)).toEqual([
      rows[0],
      row('"b"', '2', '"bb"'),
      row('', '3', '"ccc"'),
    ])
    expect(pastedOver(rows, { row: 1, column: 0 }, 'x\ny\nz', WORDS, 3)).toHaveLength(3)
  })
  it('come after those that are there, in place of empty ones', () => {
    const [empty, full] = [emptyTest('args', 2), row('"a"', '1', '"a"')]
    expect(appended([full, empty, empty], [full], 10)).toEqual([full, full])
  })
})

describe('lines of the table', () => {
  const [a, b, c] = [row('"a"'), row('"b"'), row('"c"')] as const
  it('move, and stay where there is no place to go', () => {
    expect(movedRow([a, b, c], 2, 0)).toEqual([c, a, b])
    expect(movedRow([a, b, c], 0, 1)).toEqual([b, a, c])
    expect(movedRow([a, b, c], 0, -1)).toEqual([a, b, c])
    expect(movedRow([a, b, c], 2, 3)).toEqual([a, b, c])
  })
  it('are never none: the last one is emptied', () => {
    const empty = emptyTest('args', 2)
    expect(without([a, b], 0, empty)).toEqual([b])
    expect(without([a], 0, empty)).toEqual([empty])
  })
})

describe('a draft', () => {
  const draft = newDraft('The honey stall', 'function', 'Ada')
  it('starts as one that can be saved, for every kind of puzzle', () => {
    for (const mode of MODES) {
      const begun = newDraft('¿Qué año?', mode, 'Ada')
      expect(PuzzleDraft.safeParse(begun).success).toBe(true)
      expect(modeOf(begun)).toBe(mode)
    }
  })
  it('has an id and a function that its name suggests', () => {
    expect(draft.problemId).toBe('the-honey-stall')
    expect(draft.function.name).toBe('the_honey_stall')
  })
  it('keeps answers and notes when it becomes another kind', () => {
    const written = { ...draft, examples: [{ ...emptyTest('args', 1), expected: '3', note: 'jars' }] }
    const script = withMode(written, 'script')
    expect(shapeOf(script)).toBe('stdin')
    expect(script.examples).toEqual([{ ...emptyTest('stdin', 1), expected: '3', note: 'jars' }])
  })
  it('keeps the columns of parameters that stay, in their new order', () => {
    const params = [{ name: 'price', type: 'int' }, ...draft.function.params]
    const written = { ...draft, examples: [{ ...emptyTest('args', 1), args: ['9'] }] }
    expect(withParams(written, params, [null, 0]).examples[0]?.args).toEqual(['', '9'])
    expect(cellsOf(withParams(written, [], []).examples[0]!)).toEqual(['', ''])
  })
})
