import { readCell } from './cell-text.ts'
import { mendsFor } from './cell-mend.ts'
import type { JsonValue } from '../../../server/protocol/literal.ts'
import { fits, parseType, type Type } from '../../../server/protocol/value-type.ts'

/** What is wrong in a cell, as a message's key under `cell.`; `mend` is what was most likely meant. */
export type CellFault = {
  code: 'unread' | 'int' | 'float' | 'str' | 'bool' | 'list' | 'dict' | 'tuple' | 'optional' | 'inside' | 'length'
  /** A value that would be right here, as one writes it. */
  example: string
  /** `inside`: which item of the list, from 1, or which key; `length`: how many belong there. */
  at?: string
  mend?: string
}

/** Null where the text is a value of the type, or nothing yet: an empty cell is somebody's next step, not a mistake. */
export function checkCell(text: string, typeText: string): CellFault | null {
  const type = parseType(typeText)
  if (text.trim() === '' || type === undefined) return null
  const value = readCell(text)
  if (value !== undefined && fits(value, type)) return null
  const fault = value === undefined ? unread(type) : misfit(value, type)
  const mend = mendsFor(text, type).find((one) => {
    const mended = readCell(one)
    return mended !== undefined && fits(mended, type)
  })
  return mend === undefined ? fault : { ...fault, mend }
}

/** What somebody pasted, as a cell of the type: a word from a spreadsheet gets the quotes that a text needs. */
export function pastedCell(text: string, typeText: string): string {
  const trimmed = text.trim()
  return checkCell(trimmed, typeText)?.mend ?? trimmed
}

/** A small value of a type, to show what belongs into a cell. */
export function exampleOf(type: Type): string {
  switch (type.kind) {
    case 'int':
      return '12'
    case 'float':
      return '2.5'
    case 'str':
      return '"star"'
    case 'bool':
      return 'true'
    case 'any':
      return '"star"'
    case 'optional':
      return exampleOf(type.of)
    case 'list':
    case 'tuples':
      return `[${exampleOf(type.of)}, ${exampleOf(type.of)}]`
    case 'tuple':
      return `[${type.items.map(exampleOf).join(', ')}]`
    case 'dict':
      return `{"star": ${exampleOf(type.of)}}`
  }
}

/** Where a value cannot be read, the simple types say what belongs there; of the others the brackets are likely wrong. */
function unread(type: Type): CellFault {
  const simple = ['int', 'float', 'str', 'bool'] as const
  const code = simple.find((kind) => kind === type.kind) ?? 'unread'
  return { code, example: exampleOf(type) }
}

function misfit(value: JsonValue, type: Type): CellFault {
  const example = exampleOf(type)
  switch (type.kind) {
    case 'any':
      return { code: 'unread', example }
    case 'optional':
      return { ...misfit(value, type.of), example }
    case 'tuple':
      if (Array.isArray(value) && value.length !== type.items.length) {
        return { code: 'length', example, at: String(type.items.length) }
      }
      return inside(value, example, (item, i) => fits(item, type.items[i] ?? { kind: 'any' }), 'tuple')
    case 'list':
    case 'tuples':
      return inside(value, example, (item) => fits(item, type.of), 'list')
    case 'dict': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return { code: 'dict', example }
      const at = Object.keys(value).find((key) => !fits(value[key] ?? null, type.of))
      return { code: 'inside', example: exampleOf(type.of), at: JSON.stringify(at) }
    }
    default:
      return { code: type.kind, example }
  }
}

function inside(
  value: JsonValue,
  example: string,
  isRight: (item: JsonValue, i: number) => boolean,
  code: 'list' | 'tuple',
): CellFault {
  if (!Array.isArray(value)) return { code, example }
  return { code: 'inside', example, at: String(value.findIndex((item, i) => !isRight(item, i)) + 1) }
}
