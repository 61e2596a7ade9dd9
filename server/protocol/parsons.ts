import type { Language } from './judgement.ts'

/** A line to put in its place. `indent`, in levels, is given where the player does not choose it. */
export type ParsonsPiece = { id: string; text: string; indent?: number }

/** What a player gets of a Parsons puzzle in one language; `chosen`: they indent the lines, too. Never which order is right. */
export type ParsonsView = { pieces: ParsonsPiece[]; indentation: 'chosen' | 'given' }

export const INDENT_UNIT: Record<Language, string> = { python: '    ', javascript: '  ', typescript: '  ' }

/** The program that the placed lines make, as it is submitted and judged: like any other source. */
export function assembleParsons(lines: { text: string; indent: number }[], language: Language): string {
  return lines.map((line) => INDENT_UNIT[language].repeat(line.indent) + line.text + '\n').join('')
}
