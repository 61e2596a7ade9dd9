import { describe, expect, it } from 'vitest'
import { NameLists, puzzleName } from '../../client/puzzle-names.svelte.ts'
import { unreachable, type ClientRefusal } from '../../client/refusal.ts'
import type { PuzzleNames } from '../../server/protocol/http.ts'
import type { Result } from '../../server/protocol/result.ts'

type Answer = Result<PuzzleNames, ClientRefusal>
const list = (names: Record<string, string>): Answer => ({ ok: true, value: { names: names as PuzzleNames['names'] } })
const lost: Answer = { ok: false, refusal: unreachable }

/** A server that gives these answers, one after the other, and what it was asked. */
function server(...answers: Answer[]) {
  const asked: string[] = []
  return { asked, ask: async (locale: string) => (asked.push(locale), answers[asked.length - 1] ?? lost) }
}

describe('the names of puzzles', () => {
  it('are those of the language that is asked for, once its list is there', async () => {
    const { ask } = server(list({ 'leap-year': 'Año bisiesto' }))
    const names = new NameLists(ask)
    expect(names.nameOf('leap-year', 'es')).toBeUndefined()
    await names.load('es')
    expect(names.nameOf('leap-year', 'es')).toBe('Año bisiesto')
    expect(names.nameOf('leap-year', 'en')).toBeUndefined()
  })

  it('are asked for until they come', async () => {
    const { ask, asked } = server(lost, lost, list({ 'leap-year': 'Leap year' }))
    const names = new NameLists(ask, { againAfterMs: 0 })
    await names.load('en')
    await expect.poll(() => names.nameOf('leap-year', 'en')).toBe('Leap year')
    expect(asked).toEqual(['en', 'en', 'en'])
  })

  it('are asked for once, however many want them', async () => {
    const { ask, asked } = server(list({}))
    const names = new NameLists(ask)
    await Promise.all([names.load('es'), names.load('es')])
    expect(asked).toEqual(['es'])
  })

  it('are asked for anew when a puzzle has come into the bank, and not again for one that is gone', async () => {
    const { ask, asked } = server(list({}), list({ 'new-one': 'El nuevo' }), list({ 'new-one': 'El nuevo' }))
    const names = new NameLists(ask)
    await names.load('es')
    expect(names.nameOf('new-one', 'es')).toBeUndefined()
    await expect.poll(() => names.nameOf('new-one', 'es')).toBe('El nuevo')
    for (let times = 0; times < 3; times++) names.nameOf('gone', 'es')
    expect(asked).toEqual(['es', 'es', 'es'])
  })

  it('are the English ones until then, or what the id says', () => {
    expect(puzzleName('leap-year', 'Leap years')).toBe('Leap years')
    expect(puzzleName('leap-year')).toBe('Leap year')
  })
})
