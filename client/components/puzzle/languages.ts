import type { Language } from '../../../server/protocol/judgement.ts'

/** In the order in which the page names them. */
export const LANGUAGE_LIST: Language[] = ['python', 'javascript', 'typescript']
export const EXTENSION: Record<Language, string> = { python: 'py', javascript: 'js', typescript: 'ts' }
