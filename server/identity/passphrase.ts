import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** Short, common, friendly words without homophones: 2048 or more, so that four of them are at least 44 bits. */
export const WORDS: readonly string[] = readFileSync(new URL('./words.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
export const WORDS_IN_PASSPHRASE = 4

/** A new passphrase, `maple-otter-lantern-sky`. */
export const newPassphrase = (): string =>
  Array.from({ length: WORDS_IN_PASSPHRASE }, () => WORDS[randomInt(WORDS.length)]).join('-')

/** A passphrase as it is hashed and compared: however it was typed, `Maple  otter lantern-sky` is the same. */
export const readPassphrase = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
    .join('-')
