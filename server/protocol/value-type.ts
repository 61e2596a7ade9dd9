import type { JsonValue } from './literal.ts'

/** A parsed `int float str bool any list[T] dict[str,T] tuple[T,…] optional[T]`. */
export type Type =
  | { kind: 'int' | 'float' | 'str' | 'bool' | 'any' }
  | { kind: 'list' | 'dict' | 'optional'; of: Type }
  | { kind: 'tuple'; items: Type[] }
  /** `tuple[T,…]`: any number of the one type. */
  | { kind: 'tuples'; of: Type }

const SIMPLE = new Set(['int', 'float', 'str', 'bool', 'any'])
const MAX_DEPTH = 8

/** Parses a type as a package writes it; undefined when it is none. */
export function parseType(text: string): Type | undefined {
  const tokens = text.match(/[a-z]+|\S/g) ?? []
  let at = 0
  const take = (token: string): boolean => {
    if (tokens[at] !== token) return false
    at += 1
    return true
  }
  const list = (depth: number): Type[] | undefined => {
    const items: Type[] = []
    do {
      if (items.length > 0 && tokens[at] === '…') break
      const item = type(depth)
      if (item === undefined) return undefined
      items.push(item)
    } while (take(','))
    return items
  }
  const type = (depth: number): Type | undefined => {
    const name = tokens[at++]
    if (name === undefined || depth > MAX_DEPTH) return undefined
    if (SIMPLE.has(name)) return { kind: name as 'int' | 'float' | 'str' | 'bool' | 'any' }
    if (!take('[')) return undefined
    const items = list(depth + 1)
    const many = take('…')
    if (items === undefined || !take(']')) return undefined
    const [first, second] = items
    if (many)
      return name === 'tuple' && first !== undefined && items.length === 1 ? { kind: 'tuples', of: first } : undefined
    if (name === 'tuple') return { kind: 'tuple', items }
    if (name === 'dict') {
      return first?.kind === 'str' && second !== undefined && items.length === 2
        ? { kind: 'dict', of: second }
        : undefined
    }
    if ((name === 'list' || name === 'optional') && first !== undefined && items.length === 1) {
      return { kind: name, of: first }
    }
    return undefined
  }
  const parsed = type(0)
  return at === tokens.length ? parsed : undefined
}

/** Whether a value of a test case is of the type. An int is a float too; a float is no int, a bool neither. */
export function fits(value: JsonValue, type: Type): boolean {
  switch (type.kind) {
    case 'any':
      return true
    case 'int':
      return typeof value === 'bigint' || (typeof value === 'number' && Number.isSafeInteger(value))
    case 'float':
      return typeof value === 'number' || typeof value === 'bigint'
    case 'str':
      return typeof value === 'string'
    case 'bool':
      return typeof value === 'boolean'
    case 'optional':
      return value === null || fits(value, type.of)
    case 'list':
    case 'tuples':
      return Array.isArray(value) && value.every((item) => fits(item, type.of))
    case 'tuple':
      return (
        Array.isArray(value) &&
        value.length === type.items.length &&
        type.items.every((item, i) => fits(value[i]!, item))
      )
    case 'dict':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.values(value).every((item) => fits(item, type.of))
      )
  }
}

/** Whether some part of a value of this type can satisfy the test: `contains(type, (t) => t.kind === 'float')`. */
export function contains(type: Type, test: (part: Type) => boolean): boolean {
  if (test(type)) return true
  if ('of' in type) return contains(type.of, test)
  if ('items' in type) return type.items.some((item) => contains(item, test))
  return false
}

/** `number[]`, `Record<string, string>`, `[number, string]`, `boolean | null`. */
export function typescriptType(type: Type): string {
  switch (type.kind) {
    case 'int':
    case 'float':
      return 'number'
    case 'str':
      return 'string'
    case 'bool':
      return 'boolean'
    case 'any':
      return 'any'
    case 'optional':
      return `${typescriptType(type.of)} | null`
    case 'list':
    case 'tuples':
      return type.of.kind === 'optional' ? `(${typescriptType(type.of)})[]` : `${typescriptType(type.of)}[]`
    case 'tuple':
      return `[${type.items.map(typescriptType).join(', ')}]`
    case 'dict':
      return `Record<string, ${typescriptType(type.of)}>`
  }
}

/** `list[int]`, `dict[str, str]`, `bool | None`. */
export function pythonType(type: Type): string {
  switch (type.kind) {
    case 'any':
      return 'Any'
    case 'optional':
      return `${pythonType(type.of)} | None`
    case 'list':
      return `list[${pythonType(type.of)}]`
    case 'tuples':
      return `tuple[${pythonType(type.of)}, ...]`
    case 'tuple':
      return `tuple[${type.items.map(pythonType).join(', ')}]`
    case 'dict':
      return `dict[str, ${pythonType(type.of)}]`
    default:
      return type.kind
  }
}
