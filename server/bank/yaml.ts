import { LineCounter, parseDocument } from 'yaml'
import { ok, refused, type Result } from '../protocol/result.ts'

/** Whole numbers that a double cannot hold stay exact: they become bigints. */
const exactInt = {
  default: true as const,
  tag: 'tag:yaml.org,2002:int',
  test: /^[-+]?[0-9]+$/,
  resolve: (text: string) => (Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text.replace(/^\+/, ''))),
}

/** YAML 1.2's core schema; aliases are bounded, doubled keys refused. The refusal is a sentence that names line and column. */
export function readYaml(text: string): Result<unknown, string> {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false, customTags: (tags) => [exactInt, ...tags] })
  const error = document.errors[0] ?? document.warnings[0]
  if (error !== undefined) {
    const { line, col } = lineCounter.linePos(error.pos[0])
    return refused(`line ${line}, column ${col}: ${error.message}`)
  }
  try {
    return ok(document.toJS({ maxAliasCount: 100 }))
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error))
  }
}
