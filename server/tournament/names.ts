import { nameKey } from '../protocol/names.ts'
import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { Role } from '../protocol/round.ts'
import { takeName, type Door, type KnownEntry } from './entry.ts'
import { HOUSE_WORDS } from './house-words.ts'

/** What somebody's own choice of a name is held to; `blockedWords` null: the list of the house. */
export type NameDoor = Pick<Door, 'approveNames'> & { blockedWords: readonly string[] | null }

export const wordsOf = ({ blockedWords }: Pick<NameDoor, 'blockedWords'>): readonly string[] =>
  blockedWords ?? HOUSE_WORDS

/** [N1]–[N4] [E2] [E3] The name that somebody picked for themselves, as it will stand, or why it cannot. */
export function chooseName(
  name: string,
  entries: readonly KnownEntry[],
  ownId: string | null,
  door: NameDoor,
): Result<{ name: string; nameApproved: boolean }, Refusal> {
  const own = entries.find((entry) => entry.id === ownId)
  // [N4] Whoever keeps the name they have is asked nothing: a host may have given it.
  if (own && nameKey(own.name) === nameKey(name)) return takeName(name, entries, ownId, door)
  if (!isReadable(name)) return refused(refusal('name-unusable'))
  if (isUnkind(name, wordsOf(door))) return refused(refusal('name-unkind'))
  return takeName(name, entries, ownId, door)
}

/** [N5] Whether names may be looked at, or not, as `wanted` says; undefined leaves it as it is. */
export function mayLookAtNames(before: boolean, wanted: boolean | undefined, role: Role): Result<null, Refusal> {
  return before && wanted === false && role !== 'owner' ? refused(refusal('owner-decides')) : ok(null)
}

/** [N1] Something of it is seen, nothing in it is invisible, and no tower of marks stands on one letter. */
export function isReadable(name: string): boolean {
  const text = name.normalize('NFC')
  const invisible = /(?!\u{fe0f})\p{Default_Ignorable_Code_Point}/u
  return /[\p{L}\p{N}\p{Emoji_Presentation}]/u.test(text) && !invisible.test(text) && !/\p{M}{4,}/u.test(text)
}

/** [N2] [N3] Whether the name says one of these words, however it is spelled. */
export function isUnkind(name: string, words: readonly string[]): boolean {
  const { whole, within } = readingsOf(name)
  return words.some((entry) => {
    const word = plain(entry)
    if (word === '') return entry !== '' && !/^\**$/.test(entry) && name.includes(entry.replaceAll('*', ''))
    if (whole.has(word) || (whole.has(`${word}s`) && !word.endsWith('s'))) return true
    return entry.includes('*') && [...within].some((token) => token.includes(word))
  })
}

/** Digits that are read as letters; a 1 may be an i or an l. */
const DIGITS: Record<string, string> = { '0': 'o', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b' }
/** Letters of other alphabets that look like Latin ones. */
const ALIKE: Record<string, string> = Object.fromEntries(
  Array.from('аaеeоoрpсcуyхxіiѕsјjкkтtмmнhвbαaεeοoρpιiκkνvτtυu'.matchAll(/(.)(.)/gu), ([, from, to]) => [from!, to!]),
)

/** Letters alone: lower case, without accents, look-alikes read as Latin. */
const plain = (text: string): string => lettersOf(text).replace(/\P{L}/gu, '')
const lettersOf = (text: string): string =>
  [...text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()].map((letter) => ALIKE[letter] ?? letter).join('')

/** The words that a name may be read as: `whole` is compared as it is, `within` is searched. */
function readingsOf(name: string): { whole: Set<string>; within: Set<string> } {
  const whole = new Set<string>()
  const within = new Set<string>()
  const asWords = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  for (const spelled of [asWords, read(asWords, 'i'), read(asWords, 'l'), read(name, 'i'), read(name, 'l')]) {
    const words = lettersOf(spelled)
      .split(/\P{L}+/u)
      .filter(Boolean)
    // "i d i o t" and "fu-ck" are words in pieces.
    for (const token of [...words, ...singlesJoined(words)].flatMap(calmed)) {
      whole.add(token)
      within.add(token)
    }
    for (const token of calmed(words.join(''))) whole.add(token)
  }
  return { whole, within }
}

const read = (name: string, one: 'i' | 'l'): string =>
  name.replace(/\d/g, (digit) => (digit === '1' ? one : (DIGITS[digit] ?? digit)))

/** Letters that stand alone, run together. */
function singlesJoined(words: readonly string[]): string[] {
  const joined: string[] = []
  let run = ''
  for (const word of [...words, '']) {
    if (word.length === 1) run += word
    else {
      if (run.length > 1) joined.push(run)
      run = ''
    }
  }
  return joined
}

/** A letter said three times or more is said once, or twice. */
const calmed = (token: string): string[] => [token.replace(/(.)\1{2,}/gu, '$1'), token.replace(/(.)\1{2,}/gu, '$1$1')]
