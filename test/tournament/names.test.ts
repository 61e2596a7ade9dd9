import { describe, expect, it } from 'vitest'
import { suggestNames } from '../../client/nicknames.ts'
import { HOUSE_WORDS } from '../../server/tournament/house-words.ts'
import { chooseName, isReadable, isUnkind, mayLookAtNames } from '../../server/tournament/names.ts'
import { allowed, refusalOf } from './builders.ts'

const door = { approveNames: false, blockedWords: null }
const dick = { id: 'e-1', name: 'Dick', removed: false }

describe('[N1] a name shows something', () => {
  it.each(['Ada', '李雷', 'مريم', 'נועה', '🦊', 'Nguyễn Thị', 'ด.ช. ปิติ', '7', "O'Neill"])('%s does', (name) => {
    expect(isReadable(name)).toBe(true)
  })
  it.each([
    ['dots alone', '. . .'],
    ['a filler that looks like nothing', '\u3164'],
    ['a filler beside a name that is taken', 'Ada\u3164'],
    ['a tower of marks', 'Z\u0300\u0301\u0302\u0303\u0304\u0305'],
  ])('%s does not', (_what, name) => {
    expect(isReadable(name)).toBe(false)
    expect(refusalOf(chooseName(name, [], null, door))).toBe('name-unusable')
  })
})

describe('[N2] an unkind word is found', () => {
  it.each([
    ['as it is', 'idiot'],
    ['in any case', 'IdIoT'],
    ['as one word of several', 'big moron'],
    ['in the plural', 'Morons'],
    ['with digits for letters', 'm0r0n'],
    ['with a 1 for an i', '1d10t'],
    ['with a 1 for an l', 's1ut'],
    ['with a number after it', 'Moron2010'],
    ['with its letters apart', 'm o r o n'],
    ['with dots between', 'm.o.r.o.n'],
    ['in two pieces', 'fu-ck'],
    ['with letters said again', 'mooooron'],
    ['with accents', 'mörön'],
    ['with letters of another alphabet', 'm\u043er\u043en'],
    ['in full width', 'ｍｏｒｏｎ'],
    ['as the second half of a compound', 'BigMoron'],
    ['in Spanish', 'mierda'],
    ['in Spanish, with its accent', 'Estúpido'],
    ['as an emoji', 'me 🖕'],
  ])('%s', (_how, name) => {
    expect(refusalOf(chooseName(name, [], null, door))).toBe('name-unkind')
  })
  it.each(
    `Cassandra Scunthorpe Dickinson Hancock Matsushita Essex Analia Assad Fukuda Penistone Therapist Grass Peacock Classic
     Pornthip Sussex Middlesex Arsenal Shiitake Computadora Reputada Cucumber Document Titus Constitution Circumference
     Slutskaya Kikelomo Nazir Wankel Spicy Nadia7 Ada1815 Robot3000`.split(/\s+/),
  )('but %s is nobody’s insult', (name) => {
    expect(isUnkind(name, HOUSE_WORDS)).toBe(false)
  })
  it('nor is any name that is suggested', () => {
    for (const name of suggestNames(400)) expect(isUnkind(name, HOUSE_WORDS), name).toBe(false)
  })
})

describe('[N3] a list of the host’s own', () => {
  const own = (...blockedWords: string[]) => ({ approveNames: false, blockedWords })
  it('takes the place of the house’s', () => {
    expect(refusalOf(chooseName('Banana', [], null, own('banana')))).toBe('name-unkind')
    expect(refusalOf(chooseName('Idiot', [], null, own('banana')))).toBeNull()
  })
  it('may be empty', () => {
    expect(refusalOf(chooseName('Idiot', [], null, own()))).toBeNull()
  })
  it('finds a word inside longer ones where it has a star', () => {
    expect(isUnkind('Bananahead', ['banana'])).toBe(false)
    expect(isUnkind('Bananahead', ['banana*'])).toBe(true)
  })
  it('takes several words, numbers and emoji as they are', () => {
    expect(isUnkind('Drop Dead', ['drop dead'])).toBe(true)
    expect(isUnkind('Ada 1488', ['1488'])).toBe(true)
    expect(isUnkind('Ada 💩', ['💩'])).toBe(true)
  })
  it('finds nothing in a star alone', () => {
    expect(isUnkind('Ada', ['*', '', '**'])).toBe(false)
  })
})

describe('a name that stands', () => {
  it('[N4] is kept by whoever has it', () => {
    expect(allowed(chooseName('Dick', [dick], 'e-1', door)).name).toBe('Dick')
    expect(refusalOf(chooseName('Dick', [], 'e-1', door))).toBe('name-unkind')
  })
  it('[E2] [E3] is taken once, and waits where hosts approve names', () => {
    expect(refusalOf(chooseName('Ada', [{ ...dick, name: 'ADA' }], null, door))).toBe('name-taken')
    expect(allowed(chooseName('Ada', [], null, { ...door, approveNames: true })).nameApproved).toBe(false)
  })
})

describe('names that nobody looks at', () => {
  it('[N5] are for an owner to allow, and for any host to end', () => {
    expect(refusalOf(mayLookAtNames(true, false, 'host'))).toBe('owner-decides')
    expect(refusalOf(mayLookAtNames(true, false, 'owner'))).toBeNull()
    expect(refusalOf(mayLookAtNames(false, true, 'host'))).toBeNull()
    expect(refusalOf(mayLookAtNames(false, false, 'host'))).toBeNull()
    expect(refusalOf(mayLookAtNames(true, undefined, 'host'))).toBeNull()
  })
})
