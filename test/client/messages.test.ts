import { describe, expect, it } from 'vitest'
import hosts from '../../client/messages/en.host.json'
import players from '../../client/messages/en.json'
import puzzles from '../../client/messages/en.puzzles.json'
import protocol from '../../server/protocol/sentences.ts?raw'
import board from '../../server/protocol/board.ts?raw'
import { AWARD_KINDS } from '../../server/protocol/awards.ts'
import { PACKAGE_FAULTS } from '../../server/protocol/package-faults.ts'
import { REFUSALS } from '../../server/protocol/refusals.ts'
import { STARS } from '../../server/protocol/round.ts'

const messages: Record<string, string> = { ...players, ...hosts, ...puzzles }
const has = (key: string): boolean => key in messages || (`${key}_one` in messages && `${key}_other` in messages)
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)/g)].map((found) => found[1] ?? '').sort()

/** Codes as the protocol's file spells them: a type leaves nothing behind to ask at run time. */
const sentenceCodes = [...protocol.matchAll(/code: '([a-z-]+)'/g)].map((found) => found[1] ?? '')
const eventCodes = [...(/type KindEvent[^}]*?code: ([^\n]+)/s.exec(board)?.[1] ?? '').matchAll(/'([a-z-]+)'/g)].map(
  (found) => found[1] ?? '',
)

/** Names, and words that are the same in Spanish. */
const SAME_IN_BOTH = [
  'app.name',
  'app.title',
  'star.coral',
  'language.python',
  'language.javascript',
  'language.typescript',
  'topic.variables',
  'topic.bits',
  'write.variable',
  'packageFault.other',
]

/** `a`, `a_one` and `a_many` are forms of one text; `_zero` is one that a language may have where English has it. */
const FORM = /_(zero|one|two|few|many|other)$/
const stem = (key: string): string => key.replace(FORM, '')
const stems = (keys: string[]): string[] => [...new Set(keys.map(stem))].sort()

/** All that the pages say, as it is written. */
const pages = Object.values(
  import.meta.glob<string>(['../../client/**/*.ts', '../../client/**/*.svelte'], {
    query: '?raw',
    eager: true,
    import: 'default',
  }),
).join('\n')

describe('the messages', () => {
  it.each(Object.keys(REFUSALS))('have words for the refusal %s', (code) => {
    expect(messages[`refusal.${code}`]).toBeTruthy()
  })
  it.each(Object.entries(REFUSALS))(
    'name nothing in the refusal %s that the server does not tell',
    (code, sentence) => {
      for (const name of placeholders(messages[`refusal.${code}`] ?? '')) expect(placeholders(sentence)).toContain(name)
    },
  )
  it.each(Object.entries(PACKAGE_FAULTS))(
    'say the fault %s of a package, and name nothing that the server does not tell',
    (code, sentence) => {
      const text = puzzles[`packageFault.${code}` as keyof typeof puzzles]
      expect(text).toBeTruthy()
      for (const name of placeholders(text)) expect(placeholders(sentence)).toContain(name)
    },
  )
  it.each([...AWARD_KINDS])('have a name for the award %s', (kind) => expect(has(`award.${kind}`)).toBe(true))
  it.each([...STARS])('have a name for the star %s', (star) => expect(has(`star.${star}`)).toBe(true))
  it('know the sentences and events to look for', () => {
    expect(sentenceCodes.length).toBeGreaterThan(25)
    expect(eventCodes.length).toBeGreaterThan(4)
  })
  it.each(sentenceCodes)('have words for the sentence %s', (code) => expect(has(`sentence.${code}`)).toBe(true))
  it.each(eventCodes)('have words for the event %s', (code) => expect(has(`event.${code}`)).toBe(true))

  it('are used somewhere, each of them', () => {
    const prefixes = [...pages.matchAll(/`([\w:-]+\.(?:[\w:-]+\.)*)\$\{/g)].map((found) => found[1] ?? '')
    const isUsed = (key: string) =>
      ["'", '"', '`'].some((quote) => pages.includes(quote + key + quote)) ||
      prefixes.some((prefix) => key.startsWith(prefix))
    expect(stems(Object.keys(messages)).filter((key) => !isUsed(key))).toEqual([])
  })

  it('stand in one of the files, not in two', () => {
    expect(Object.keys(players).filter((key) => key in hosts)).toEqual([])
    expect(Object.keys(puzzles).filter((key) => key in players || key in hosts)).toEqual([])
  })
})

const files = import.meta.glob<Record<string, string>>('../../client/messages/*.json', {
  eager: true,
  import: 'default',
})
const locales = [...new Set(Object.keys(files).map((path) => path.replace(/^.*\/|(\.host|\.puzzles)?\.json$/g, '')))]
const part = (name: string): Record<string, string> => files[`../../client/messages/${name}.json`] ?? {}

const formsOf = (key: string, keys: string[]): string[] =>
  keys.flatMap((other) => (stem(other) === key && FORM.exec(other)?.[1]) || []).sort()
const counted = stems(Object.keys(messages).filter((key) => key.endsWith('_other')))

describe.each(locales)('the messages in %s', (locale) => {
  const texts = { ...part(locale), ...part(`${locale}.host`), ...part(`${locale}.puzzles`) }
  const keys = Object.keys(texts)

  it('say all that English says, and no more', () => expect(stems(keys)).toEqual(stems(Object.keys(messages))))

  it.each(['', '.host', '.puzzles'])('have the same texts in the file%s as English has', (file) => {
    expect(stems(Object.keys(part(locale + file)))).toEqual(stems(Object.keys(part(`en${file}`))))
  })

  it('have the plural forms that the language has, and "none at all" where English has it', () => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions()
    for (const key of counted) {
      const zero = `${key}_zero` in messages ? ['zero'] : []
      expect(formsOf(key, keys), key).toEqual([...new Set([...pluralCategories, ...zero])].sort())
    }
  })

  it('hold the same names and numbers', () => {
    for (const [key, text] of Object.entries(texts)) {
      const english = messages[key] ?? messages[`${stem(key)}_other`] ?? ''
      expect([...new Set(placeholders(text))], key).toEqual([...new Set(placeholders(english))])
      expect(text.match(/\*\*/g)?.length, key).toBe(english.match(/\*\*/g)?.length)
    }
  })

  it('are written, each of them', () => expect(keys.filter((key) => texts[key]?.trim() === '')).toEqual([]))
})

it('are not English where they should not be', () => {
  const same = Object.entries({ ...part('es'), ...part('es.host'), ...part('es.puzzles') })
    .filter(([key, text]) => text === messages[key] && /[a-z]{4}/.test(text.replace(/\{\{.*?\}\}/g, '')))
    .map(([key]) => key)
  expect(same.filter((key) => !SAME_IN_BOTH.includes(key))).toEqual([])
})
