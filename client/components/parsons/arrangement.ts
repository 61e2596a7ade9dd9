import { assembleParsons, INDENT_UNIT, type ParsonsPiece, type ParsonsView } from '../../../server/protocol/parsons.ts'
import type { Language } from '../../../server/protocol/judgement.ts'

/** A piece in its place in the program; `indent` in levels. */
export type Line = { id: string; indent: number }
export const MAX_INDENT = 6

const withinBounds = (indent: number): number => Math.max(0, Math.min(MAX_INDENT, indent))

/** The program that the lines make: what is kept as a draft, tried and submitted. */
export function sourceOf(lines: Line[], { pieces }: ParsonsView, language: Language): string {
  const texts = new Map(pieces.map(({ id, text }) => [id, text]))
  return assembleParsons(
    lines.map(({ id, indent }) => ({ text: texts.get(id) ?? '', indent })),
    language,
  )
}

/** The lines that make this program: a draft from another day or device. What is none of the pieces is left out. */
export function linesOf(source: string, { pieces, indentation }: ParsonsView, language: Language): Line[] {
  const left = [...pieces]
  const lines: Line[] = []
  for (const text of source.split('\n')) {
    const spaces = text.length - text.trimStart().length
    const indent = withinBounds(Math.round(spaces / INDENT_UNIT[language].length))
    const at = left.findIndex(
      (piece) => piece.text === text.trim() && (indentation === 'chosen' || piece.indent === indent),
    )
    const [piece] = at < 0 ? [] : left.splice(at, 1)
    if (piece) lines.push({ id: piece.id, indent })
  }
  return lines
}

/** Those that are not in the program, in their order. */
export const leftOver = (pieces: ParsonsPiece[], lines: Line[]): ParsonsPiece[] =>
  pieces.filter(({ id }) => lines.every((line) => line.id !== id))

/** Puts a line, from beside the program or from another place in it, where it is the line number `at` (from 0). */
export function put(lines: Line[], line: Line, at: number): Line[] {
  const others = without(lines, line.id)
  return [...others.slice(0, at), { ...line, indent: withinBounds(line.indent) }, ...others.slice(at)]
}

export const without = (lines: Line[], id: string): Line[] => lines.filter((line) => line.id !== id)

/** Moves a line up (-1) or down (1); at the end it stays. */
export function moved(lines: Line[], id: string, by: 1 | -1): Line[] {
  const at = lines.findIndex((line) => line.id === id)
  const line = lines[at]
  const to = at + by
  return line && to >= 0 && to < lines.length ? put(lines, line, to) : lines
}

export const indented = (lines: Line[], id: string, by: 1 | -1): Line[] =>
  lines.map((line) => (line.id === id ? { ...line, indent: withinBounds(line.indent + by) } : line))

/**
 * Where a piece that is dragged would come to stand: before the first line whose middle is below it. `middles` are those
 * of the program's other lines, from top to bottom.
 */
export const placeAt = (middles: number[], y: number): number => {
  const at = middles.findIndex((middle) => y < middle)
  return at < 0 ? middles.length : at
}
