import { describe, expect, it } from 'vitest'
import { faultText } from '../../server/bank/fault.ts'
import { nameInLocale } from '../../server/bank/in-locale.ts'
import { loadBank } from '../../server/bank/load.ts'
import { lacks } from '../../server/bank/verify.ts'

const bank = await loadBank('problems')
const problems = [...bank.problems.values()]
const ids = (wanted: (problem: (typeof problems)[number]) => boolean): string[] =>
  problems.filter(wanted).map(({ id }) => id)

/** The program blocks of a text, without what a translation may change: comments and docstrings. */
const codeOf = (text: string): string =>
  [...text.matchAll(/^```[a-z]+\n([^]*?)^```$/gm)]
    .map(([, code]) => code!.replace(/"""[^"]*"""|[ \t]*(?:#|\/\/) .*$/gm, ''))
    .join('\n')

/** What can be seen without the judge; `npm run problems -- verify` tries every submission. */
describe('our own bank', () => {
  it('has no package that is broken', () => {
    expect(bank.faults.map(faultText)).toEqual([])
  })

  it('has in every package what the bank asks for', () => {
    expect(problems.flatMap(lacks).map(faultText)).toEqual([])
  })

  it.each([1, 2, 3, 4, 5, 6])('has five puzzles or more of level %i', (level) => {
    expect(ids((problem) => problem.level === level).length).toBeGreaterThanOrEqual(5)
  })

  it('can be solved in all three languages', () => {
    expect(ids(({ languages }) => languages.length < 3)).toEqual([])
  })

  it('has hints for every puzzle', () => {
    expect(ids(({ hints }) => (hints.en ?? []).length === 0)).toEqual([])
  })

  it('has statement, hints and walk-through of every puzzle in Spanish too', () => {
    const lacking = ids(({ statement, hints, walkthrough }) => !(statement.es && hints.es && walkthrough.es))
    expect(lacking).toEqual([])
  })

  it('shows the same code in the Spanish walk-through, but for its comments', () => {
    expect(ids(({ walkthrough: { en, es } }) => codeOf(es ?? '') !== codeOf(en ?? ''))).toEqual([])
  })

  it('has a Spanish name for every puzzle', () => {
    expect(ids(({ names }) => !names.es)).toEqual([])
  })

  it('has a Spanish note for every note of an example', () => {
    const onlyEnglish = ids(({ examples }) =>
      examples.some(({ note }) => typeof note === 'string' || (note && !note.es)),
    )
    expect(onlyEnglish).toEqual([])
  })

  it.each(['en', 'es'])('has no name twice in %s', (locale) => {
    const names = problems.map((problem) => nameInLocale(problem, locale).toLowerCase())
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })
})
