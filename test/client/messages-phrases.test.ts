import { describe, expect, it } from 'vitest'
import { fromPhrases, type Phrases } from '../../client/phrases.ts'
import { ownAchievements } from '../../server/badges/achievements.ts'
import { advise } from '../../server/judge/advice.ts'
import { notations } from '../../server/judge/languages/notations.ts'
import pythonNotation from '../../server/judge/languages/python/notation.ts?raw'
import javascriptNotation from '../../server/judge/languages/javascript/notation.ts?raw'
import type { Plan, PlannedRun } from '../../server/judge/plan.ts'
import { inWords, parseType } from '../../server/judge/types.ts'
import { LANGUAGES, type Language } from '../../server/protocol/judgement.ts'

const books = import.meta.glob<Phrases>('../../client/messages/phrases/*.json', { eager: true, import: 'default' })
const plan = { task: { entry: 'leap_year', shapes: null }, script: false } as unknown as Plan
const called = (args: string) =>
  ({ kind: 'example', call: 'leap_year(2000)', act: { do: 'call', args } }) as unknown as PlannedRun
const read = { kind: 'example', act: { do: 'value', name: 'age' } } as unknown as PlannedRun

/** The words for what was found, as the notations' files have them: left of the colon, in FOUND and ADVICE. */
const wordsOf = (file: string): string[] =>
  [...file.matchAll(/^ {2}'?([\w ]+?)'?: ['"]/gm)].map((found) => found[1] ?? '').concat('tuple')
const WORDS: Record<Language, string[]> = {
  python: wordsOf(pythonNotation),
  javascript: wordsOf(javascriptNotation),
  typescript: wordsOf(javascriptNotation),
}
const TYPES = ['int', 'float', 'str', 'bool', 'any', 'list[int]', 'list[list[str]]', 'list[dict[str,int]]']
  .concat('list[tuple[int,str]]', 'list[optional[int]]', 'dict[str,bool]', 'dict[str,float]', 'dict[str,any]')
  .concat('tuple[int,str]', 'tuple[int,str,list[int]]', 'tuple[int,…]', 'optional[list[str]]')
  .map(parseType)

/** One of each sentence that the judge says on its own. */
const sentences = [
  ...(['memory', 'output', 'exit', 'crash', 'never'] as const).map((end) => advise.sandbox(end)?.text ?? ''),
  advise.garbled().text,
  advise.tooBig().text,
  ...LANGUAGES.flatMap((language) => [
    advise.nothingReturned(language).text,
    ...[called('[2000]'), read].flatMap((run) => [
      advise.missing({ names: [] }, run, 'leap_year', language).text,
      advise.missing({ names: ['leapyear', 'lists'] }, run, 'leap_year', language).text,
    ]),
    advise.missing({ names: [], is: 'int' }, called('[2000]'), 'leap_year', language).text,
    ...WORDS[language].flatMap((word) => [
      advise.noJson(word, undefined, TYPES[0]!, language).text,
      advise.noJson(word, '{(1, 2), 3}', TYPES[5]!, language).text,
    ]),
    ...TYPES.map((type) => advise.noJson('tuple', undefined, type, language).text),
  ]),
  ...['[]', '[1]', '[1, 2]'].flatMap((args) =>
    [[], ['a'], ['a', 'b']].map((takes) => advise.arity({ takes }, plan, called(args)).text),
  ),
]
const badges = ownAchievements().flatMap(({ name, description, criteria }) => [name, description, criteria])

describe.each(Object.entries(books))('the phrases of %s', (_path, book) => {
  it('know words of the judge to look for', () => {
    expect(WORDS.python).toContain('generator')
    expect(WORDS.javascript).toContain('promise')
    expect(notations.python.advice('generator')).not.toBe('')
  })
  it.each([...new Set(sentences)])('have the judge say in their own words: %s', (sentence) => {
    const own = fromPhrases(book, sentence)
    expect(own).not.toBeNull()
    expect(own).not.toMatch(/\b(the|your|judge|which|Put|Turn)\b/)
  })
  it.each([...new Set(badges)])('have for a badge: %s', (text) => expect(fromPhrases(book, text)).not.toBeNull())
  it.each(TYPES)('have words for each type that a puzzle may ask for', (type) => {
    expect(fromPhrases(book, inWords(type))).not.toBeNull()
  })

  it("keep the player's own names as they are", () => {
    const { text } = advise.missing({ names: ['lists', 'numbers'] }, called('[1]'), 'texts', 'python')
    expect(fromPhrases(book, text)).toContain('texts')
    expect(fromPhrases(book, text)).toContain('lists, numbers')
  })
  it('have the same slots on both sides', () => {
    const slots = (text: string) => [...text.matchAll(/\{\{>?\w+\}\}/g)].map(([slot]) => slot).sort()
    for (const [english, own] of Object.entries(book)) expect(slots(own), english).toEqual(slots(english))
  })
})

it('a text that no phrase fits stays as it is: nothing half in one language', () => {
  expect(fromPhrases({ 'a list of {{>items}}': 'una lista de {{>items}}' }, 'a list of kites')).toBeNull()
})
