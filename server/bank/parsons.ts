import { createHash } from 'node:crypto'
import type { Language } from '../protocol/judgement.ts'
import { assembleParsons, INDENT_UNIT, type ParsonsPiece } from '../protocol/parsons.ts'
import { faultWords, type FaultWords } from '../protocol/package-faults.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { Parsons, ParsonsLine, ParsonsSource } from './problem.ts'
import type { z } from 'zod'

const MAX_LINES = 24

/** Reads one language's part of parsons.yaml; the refusal names the field and the fault. */
export function parsonsOf(
  source: z.infer<typeof ParsonsSource>,
  language: Language,
): Result<Parsons, { field: 'solution' | 'distractors' } & FaultWords> {
  const lines = pieces(source.solution.split('\n'), language)
  if (!Array.isArray(lines)) return refused({ field: 'solution', ...lines })
  const distractors = pieces(source.distractors, language)
  if (!Array.isArray(distractors)) return refused({ field: 'distractors', ...distractors })
  if (lines.length < 2 || lines.length > MAX_LINES) {
    const words = faultWords('parsons-lines', { count: lines.length, most: MAX_LINES })
    return refused({ field: 'solution', ...words })
  }
  const same = distractors.find((distractor) => lines.some((line) => line.text === distractor.text))
  if (same !== undefined) {
    return refused({ field: 'distractors', ...faultWords('parsons-line-twice', { line: same.text }) })
  }
  const indentation = source.indentation ?? (language === 'python' ? 'chosen' : 'given')
  return ok({ lines, distractors, indentation, pieces: shuffled([...lines, ...distractors], indentation) })
}

function pieces(texts: string[], language: Language): ParsonsLine[] | FaultWords {
  const lines: ParsonsLine[] = []
  for (const line of texts) {
    const trimmed = line.trim()
    if (trimmed === '') continue
    const unit = INDENT_UNIT[language].length
    const spaces = line.length - line.trimStart().length
    if (line.startsWith('\t') || spaces % unit !== 0) return faultWords('parsons-indent', { line: trimmed, unit })
    lines.push({ text: trimmed, indent: spaces / unit })
  }
  return lines
}

/** The program that the solution makes. */
export const parsonsSolution = (parsons: Parsons, language: Language): string =>
  assembleParsons(parsons.lines, language)

/**
 * What a player gets: solution's lines and distractors together, in an order that depends on nothing but their texts, so
 * that it tells nothing and is the same for everybody. Ids are positions in that order.
 */
function shuffled(lines: ParsonsLine[], indentation: Parsons['indentation']): ParsonsPiece[] {
  const rank = (line: ParsonsLine): string => createHash('sha256').update(`order of pieces\n${line.text}`).digest('hex')
  return lines
    .map((line) => ({ line, rank: rank(line) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.line.indent - b.line.indent))
    .map(({ line }, index) => ({
      id: `p${index + 1}`,
      text: line.text,
      ...(indentation === 'given' ? { indent: line.indent } : {}),
    }))
}
