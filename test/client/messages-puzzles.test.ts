import { describe, expect, it } from 'vitest'
import messages from '../../client/messages/en.json'
import { puzzles } from '../support/puzzles.ts'

/** What a beginner reads first is there in both languages. */
const first = puzzles.filter(({ level }) => level <= 2)

describe('the puzzles of levels 1 and 2', () => {
  it('are there', () => expect(first.length).toBeGreaterThan(30))

  describe.each(first.map((puzzle) => ({ id: puzzle.id, puzzle })))('$id', ({ puzzle }) => {
    it.each(['en', 'es'])('has a statement and a walk-through in %s', (locale) => {
      expect(puzzle.statement[locale]?.trim()).toBeTruthy()
      expect(puzzle.walkthrough[locale]?.trim()).toBeTruthy()
    })
    it('has as many hints in Spanish as in English', () => {
      expect(puzzle.hints['es']?.length ?? 0).toBe(puzzle.hints['en']?.length ?? 0)
    })
    it('says in each language something of its own', () => {
      expect(puzzle.statement['es']).not.toBe(puzzle.statement['en'])
    })
  })
})

describe('the topics of the bank', () => {
  const topics = [...new Set(puzzles.flatMap((puzzle) => puzzle.topics))]
  it.each(topics)('have a word in the messages: %s', (topic) => expect(messages).toHaveProperty([`topic.${topic}`]))
})
