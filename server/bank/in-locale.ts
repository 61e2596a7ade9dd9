import type { Note, Problem } from './problem.ts'

/** A text that is there by locale, in `locale` or else in English; undefined where there is neither. */
export const inLocale = <T>(texts: Record<string, T>, locale: string): T | undefined => texts[locale] ?? texts['en']

/** The puzzle's name in `locale`, or else in English. */
export const nameInLocale = ({ name, names }: Pick<Problem, 'name' | 'names'>, locale: string): string =>
  names[locale] ?? name

/** A test's note in `locale`, or else in English. */
export const noteInLocale = (note: Note, locale: string): string =>
  typeof note === 'string' ? note : (inLocale(note, locale) ?? '')
