import type { Language } from '../../../server/protocol/judgement.ts'

/** In the order that they are offered. */
export const LANGUAGES: readonly Language[] = ['python', 'javascript', 'typescript']
