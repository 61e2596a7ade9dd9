import { LANGUAGES, type Language } from '../../protocol/judgement.ts'
import type { Notation } from './language.ts'

/** Each language's notation, from its folder. */
export const notations = Object.fromEntries(
  await Promise.all(
    LANGUAGES.map(async (language) => [
      language,
      ((await import(`./${language}/notation.ts`)) as { notation: Notation }).notation,
    ]),
  ),
) as Record<Language, Notation>
