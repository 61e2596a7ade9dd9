import { describe, expect, it } from 'vitest'
import { newPassphrase, readPassphrase, WORDS, WORDS_IN_PASSPHRASE } from '../../server/identity/passphrase.ts'

describe('a passphrase', () => {
  it('has at least 44 bits', () => {
    expect(new Set(WORDS).size).toBe(WORDS.length)
    expect(WORDS_IN_PASSPHRASE * Math.log2(WORDS.length)).toBeGreaterThanOrEqual(44)
  })

  it('is made of short words in lower case, none of which is another one with an s', () => {
    expect(WORDS.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([])
    expect(WORDS.filter((word) => WORDS.includes(`${word}s`))).toEqual([])
  })

  it('is four words from the list, another each time', () => {
    const passphrases = Array.from({ length: 200 }, newPassphrase)
    for (const word of passphrases.flatMap((passphrase) => passphrase.split('-'))) expect(WORDS).toContain(word)
    expect(passphrases.every((passphrase) => passphrase.split('-').length === 4)).toBe(true)
    expect(new Set(passphrases).size).toBe(200)
  })

  it('is read however it was typed', () => {
    const typed = [
      'maple-otter-lantern-sky',
      ' Maple  OTTER lantern,sky ',
      'maple – otter – lantern – sky',
      'ｍaple.otter_lantern/sky\n',
    ]
    expect(typed.map(readPassphrase)).toEqual(typed.map(() => 'maple-otter-lantern-sky'))
  })

  it('is not another one with its words run together', () => {
    expect(readPassphrase('mapleotter lantern sky')).not.toBe(readPassphrase('maple otter lantern sky'))
  })
})
