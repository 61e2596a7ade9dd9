import { describe, expect, it } from 'vitest'
import { likeliest, likeness, searchParts } from '../../server/live/people/alike.ts'

const known = (name: string, lastJoinedAt = 0, ...before: string[]) => ({
  name,
  names: [name, ...before],
  lastJoinedAt,
})
const meant = (name: string, ...people: ReturnType<typeof known>[]) =>
  likeliest(name, people).map((person) => person.name)

describe('who may be meant by a name', () => {
  it.each([
    ['Zoë', 'zoe'],
    ['Zoë', 'Zoe 2'],
    ['Ada again', 'Ada'],
    ['Ada Lovelace', 'Lovelace, Ada'],
    ['Alex', 'Alexander'],
    ['Jon', 'John'],
    ['Katie', 'Katy'],
    ['Мария', 'мария 7'],
    ['小林', '小林さん'],
  ])('%s may be %s', (a, b) => {
    expect(meant(a, known(b))).toEqual([b])
    expect(meant(b, known(a))).toEqual([a])
  })

  it.each([
    ['Ada', 'Bo'],
    ['Chen', 'Dora'],
    ['A. B.', 'A. C.'],
    ['🦊', 'Fox'],
  ])('%s is hardly %s', (a, b) => expect(meant(a, known(b))).toEqual([]))

  it('a name that has no letters is found by itself alone', () => {
    expect(meant('🦊 7', known('🦊 7'), known('🦊 8'), known('7'))).toEqual(['🦊 7'])
  })

  it('likeliest first; among equals, whoever was here last; names of earlier evenings count', () => {
    const people = [known('Zoé'), known('Zoey', 5), known('Zoe B', 1), known('Zoe C', 2), known('Z', 9, 'Zoe')]
    expect(meant('Zoe', ...people)).toEqual(['Z', 'Zoé', 'Zoe C', 'Zoe B', 'Zoey'])
  })

  it('what a host has only begun to type is found', () => {
    expect(meant('love', known('Ada Lovelace'))).toEqual(['Ada Lovelace'])
    expect(meant('ela', known('Ada Lovelace'))).toEqual(['Ada Lovelace'])
  })

  it('likeness goes both ways', () => {
    for (const [a, b] of [
      ['Jon', 'John'],
      ['Ada again', 'Ada'],
      ['Ada', 'Bo'],
    ] as const)
      expect(likeness(a, b)).toBe(likeness(b, a))
  })

  it('whoever is alike is among those looked for', () => {
    for (const [name, other] of [
      ['Eve', 'ève'],
      ['Jon', 'john'],
      ['Katie', 'katy'],
      ['Zoe 2', 'zoë'],
    ] as const)
      expect(searchParts(name).some((part) => other.includes(part))).toBe(true)
  })
})
