import type { Value } from '../problem.ts'

/** The narrowest type of a signature that all these values are of, as text: `list[int]`, `optional[str]`, `any`. */
export function inferType(values: Value[]): string {
  const there = values.filter((value) => value !== null)
  const type = there.length === 0 ? 'any' : commonType(there)
  return there.length < values.length && type !== 'any' ? `optional[${type}]` : type
}

function commonType(values: Exclude<Value, null>[]): string {
  const kinds = new Set(values.map(kindOf))
  const [kind] = kinds
  if (kinds.size === 2 && kinds.has('int') && kinds.has('float')) return 'float'
  if (kinds.size !== 1 || kind === undefined) return 'any'
  if (kind === 'list') return `list[${inferType(values.flatMap((value) => value as Value[]))}]`
  if (kind === 'dict') return `dict[str,${inferType(values.flatMap((value) => Object.values(value)))}]`
  return kind
}

function kindOf(value: Exclude<Value, null>): string {
  if (typeof value === 'bigint') return 'int'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float'
  if (typeof value === 'string') return 'str'
  if (typeof value === 'boolean') return 'bool'
  return Array.isArray(value) ? 'list' : 'dict'
}
