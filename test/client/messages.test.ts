import { describe, expect, it } from 'vitest'
import hosts from '../../client/messages/en.host.json'
import players from '../../client/messages/en.json'
import protocol from '../../server/protocol/sentences.ts?raw'
import views from '../../server/protocol/views.ts?raw'
import { AWARD_KINDS } from '../../server/protocol/awards.ts'
import { REFUSALS } from '../../server/protocol/refusals.ts'
import { STARS } from '../../server/protocol/round.ts'

const messages: Record<string, string> = { ...players, ...hosts }
const has = (key: string): boolean => key in messages || (`${key}_one` in messages && `${key}_other` in messages)
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)/g)].map((found) => found[1] ?? '').sort()

/** Codes as the protocol's file spells them: a type leaves nothing behind to ask at run time. */
const sentenceCodes = [...protocol.matchAll(/code: '([a-z-]+)'/g)].map((found) => found[1] ?? '')
const eventCodes = [...(/type KindEvent[^}]*?code: ([^\n]+)/s.exec(views)?.[1] ?? '').matchAll(/'([a-z-]+)'/g)].map(
  (found) => found[1] ?? '',
)

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
  it.each([...AWARD_KINDS])('have a name for the award %s', (kind) => expect(has(`award.${kind}`)).toBe(true))
  it.each([...STARS])('have a name for the star %s', (star) => expect(has(`star.${star}`)).toBe(true))
  it('know the sentences and events to look for', () => {
    expect(sentenceCodes.length).toBeGreaterThan(25)
    expect(eventCodes.length).toBeGreaterThan(4)
  })
  it.each(sentenceCodes)('have words for the sentence %s', (code) => expect(has(`sentence.${code}`)).toBe(true))
  it.each(eventCodes)('have words for the event %s', (code) => expect(has(`event.${code}`)).toBe(true))

  it('have both plural forms or none', () => {
    const ones = Object.keys(messages).filter((key) => key.endsWith('_one'))
    const others = Object.keys(messages).filter((key) => key.endsWith('_other'))
    expect(ones.map((key) => key.slice(0, -4))).toEqual(others.map((key) => key.slice(0, -6)))
  })

  it('stand in one of the two files, not in both', () => {
    expect(Object.keys(players).filter((key) => key in hosts)).toEqual([])
  })

  it('are in every other language, with the same numbers and names in them', () => {
    const files = import.meta.glob<Record<string, string>>('../../client/messages/*.json', {
      eager: true,
      import: 'default',
    })
    const locales = new Set(Object.keys(files).map((path) => path.replace(/^.*\/|(\.host)?\.json$/g, '')))
    locales.delete('en')
    for (const locale of locales) {
      const part = (name: string) => files[`../../client/messages/${name}.json`]
      const texts = { ...part(locale), ...part(`${locale}.host`) }
      expect(Object.keys(texts).sort()).toEqual(Object.keys(messages).sort())
      for (const [key, text] of Object.entries(texts)) {
        expect([...new Set(placeholders(text))], key).toEqual([...new Set(placeholders(messages[key] ?? ''))])
      }
    }
  })
})
