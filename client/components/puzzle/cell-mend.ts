import { readCell } from './cell-text.ts'
import type { Type } from '../../../server/protocol/value-type.ts'

const WORDS: Record<string, string> = { true: 'true', false: 'false', none: 'null', null: 'null', nil: 'null' }
const TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[“”][^“”]*[“”]|[[\]{}(),:]|[^[\]{}(),:"'“”]+|./g
const BRACKETS: Record<string, string> = { '(': '[', ')': ']' }

/**
 * What somebody who knows Python or JavaScript, or a spreadsheet, may have meant by a text that is no value of the type:
 * `True`, `'star'`, `(1, 2)`, `1, 2, 3`, `star`, `2,5`. Not all of them are values of the type; the caller looks.
 */
export function mendsFor(text: string, type: Type): string[] {
  const trimmed = text.trim()
  const wanted = type.kind === 'optional' ? type.of : type
  const asJson = inJson(trimmed)
  const quoted = JSON.stringify(trimmed.replace(/^"(?=[^"]*$)|(?<=^[^"]*)"$/g, ''))
  if (wanted.kind === 'str') return /^['“”]/.test(trimmed) ? [asJson, quoted] : [quoted]
  const content = readCell(trimmed)
  return [
    asJson,
    ...(typeof content === 'string' ? [content] : []),
    ...(/^-?\d+,\d+$/.test(trimmed) ? [trimmed.replace(',', '.')] : []),
    inJson(`[${trimmed}]`),
  ]
}

/** The text with quotes, brackets and words as JSON has them; commas before a closing bracket fall away. */
function inJson(text: string): string {
  let json = ''
  for (const [token] of text.matchAll(TOKEN)) {
    const next = jsonToken(token)
    if (/^[\]}]$/.test(next)) json = json.replace(/,\s*$/, '')
    json += next
  }
  return json
}

function jsonToken(token: string): string {
  const bracket = BRACKETS[token]
  if (bracket !== undefined) return bracket
  if (/^[[\]{},:"]/.test(token)) return token === ',' ? ', ' : token === ':' ? ': ' : token
  if (/^['“”]/.test(token)) return JSON.stringify(token.slice(1, -1).replace(/\\'/g, "'"))
  const word = token.trim()
  if (word === '' || /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(word)) return word
  return WORDS[word.toLowerCase()] ?? JSON.stringify(word)
}
