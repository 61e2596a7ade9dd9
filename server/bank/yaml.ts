import { LineCounter, parseDocument, type ErrorCode } from 'yaml'
import { faultWords, type FaultCode, type FaultWords } from '../protocol/package-faults.ts'
import { ok, refused, type Result } from '../protocol/result.ts'

/** Whole numbers that a double cannot hold stay exact: they become bigints. */
const exactInt = {
  default: true as const,
  tag: 'tag:yaml.org,2002:int',
  test: /^[-+]?[0-9]+$/,
  resolve: (text: string) => (Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text.replace(/^\+/, ''))),
}

/** What people get wrong most: a key twice, an indentation, a quote or bracket that is not closed. */
const CODES: Partial<Record<ErrorCode, FaultCode>> = {
  DUPLICATE_KEY: 'yaml-twice',
  BAD_INDENT: 'yaml-indent',
  TAB_AS_INDENT: 'yaml-indent',
  MISSING_CHAR: 'yaml-cut',
}

/** YAML 1.2's core schema; aliases are bounded, doubled keys refused. The refusal names line and column. */
export function readYaml(text: string): Result<unknown, FaultWords> {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false, customTags: (tags) => [exactInt, ...tags] })
  const error = document.errors[0] ?? document.warnings[0]
  if (error !== undefined) {
    const { line, col } = lineCounter.linePos(error.pos[0])
    return refused(faultWords(CODES[error.code] ?? 'yaml', { line, column: col, detail: error.message }))
  }
  try {
    return ok(document.toJS({ maxAliasCount: 100 }))
  } catch (error) {
    return refused(faultWords('yaml-whole', { detail: error instanceof Error ? error.message : String(error) }))
  }
}
