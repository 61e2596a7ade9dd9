import { bigText, getPrototype, isArray, isFinite, isPromise, keys, quote, slice, toText } from './intrinsics.ts'

const MOST_DEPTH = 200
const MOST_CHARACTERS = 1 << 20
const MOST_SHOWN = 2000

/** Why a value is no answer, in a word that the parent turns into a sentence. */
export class NotJson {
  readonly word: string
  constructor(word: string) {
    this.word = word
  }
}

/** JSON text with integers of any size in full. Throws NotJson. */
export function encode(value: unknown): string {
  const path: unknown[] = []
  let length = 0
  const claim = (characters: number): void => {
    length += characters
    if (length > MOST_CHARACTERS) throw new NotJson('too-big')
  }
  const count = (text: string): string => {
    claim(text.length)
    return text
  }
  const write = (v: unknown): string => {
    switch (typeof v) {
      case 'string':
        // Before it is copied: a text of fifty megabytes takes half a second.
        if (v.length > MOST_CHARACTERS) throw new NotJson('too-big')
        return count(quote(v))
      case 'number':
        if (!isFinite(v)) throw new NotJson(v !== v ? 'nan' : 'infinity')
        return count(toText(v))
      case 'bigint':
        return count(bigText(v))
      case 'boolean':
        return count(v ? 'true' : 'false')
      case 'undefined':
        return count('null')
      case 'object':
        return v === null ? count('null') : inside(v)
      default:
        throw new NotJson(typeof v)
    }
  }
  const inside = (v: object): string => {
    for (let i = 0; i < path.length; i++) if (path[i] === v) throw new NotJson('cycle')
    if (path.length >= MOST_DEPTH) throw new NotJson('deep')
    path[path.length] = v
    const text = isArray(v) ? list(v) : record(v)
    path.length--
    return text
  }
  const list = (v: unknown[]): string => {
    // Brackets and commas count too, and before the first item is written: items may be empty, or missing.
    claim(v.length + 1)
    let text = ''
    for (let i = 0; i < v.length; i++) text += (i === 0 ? '' : ',') + write(v[i])
    return `[${text}]`
  }
  const record = (v: object): string => {
    const word = kindOf(v)
    if (word !== 'object') throw new NotJson(word)
    const names = keys(v)
    claim(2 * names.length + 1)
    let text = ''
    for (let i = 0; i < names.length; i++) {
      text += `${i === 0 ? '' : ','}${count(quote(names[i]!))}:${write((v as Record<string, unknown>)[names[i]!])}`
    }
    return `{${text}}`
  }
  return write(value)
}

/** `object` for what JSON can say, else the built-in's name. */
function kindOf(v: object): string {
  if (v instanceof Set) return 'set'
  if (v instanceof Map) return 'map'
  if (v instanceof Date) return 'date'
  if (v instanceof RegExp) return 'regexp'
  if (isPromise(v)) return 'promise'
  if (ArrayBuffer.isView(v)) return 'typed array'
  if (Symbol.iterator in v) return 'iterator'
  return 'object'
}

/** The value as one would write it, cut when long. For people only. */
export function show(value: unknown): string {
  let room = MOST_SHOWN
  const write = (v: unknown, depth: number): string => {
    if (room <= 0) return '…'
    const text = plain(v) ?? (depth > 5 ? '…' : nested(v as object, depth))
    room -= text.length
    return text
  }
  const several = (parts: number, part: (i: number) => string): string => {
    let text = ''
    for (let i = 0; i < parts; i++) {
      if (room <= 0 || i >= 200) return `${text}, …`
      text += (i === 0 ? '' : ', ') + part(i)
    }
    return text
  }
  const nested = (v: object, depth: number): string => {
    if (isArray(v)) return `[${several(v.length, (i) => write(v[i], depth + 1))}]`
    if (v instanceof Set) return `Set {${several(v.size, (i) => write([...v][i], depth + 1))}}`
    if (v instanceof Map) return `Map {${several(v.size, (i) => write([...v][i], depth + 1))}}`
    if (v instanceof Error) return `${v.name}: ${v.message}`
    const names = keys(v)
    const name = (getPrototype(v) as { constructor?: { name?: unknown } } | null)?.constructor?.name
    const head = typeof name === 'string' && name !== 'Object' ? `${name} ` : ''
    if (names.length === 0) return `${head}{}`
    return `${head}{ ${several(names.length, (i) => `${names[i]!}: ${write((v as Record<string, unknown>)[names[i]!], depth + 1)}`)} }`
  }
  const text = write(value, 0)
  return text.length > MOST_SHOWN ? `${slice(text, 0, MOST_SHOWN)}…` : text
}

/** A value without parts; undefined for one with parts. */
function plain(v: unknown): string | undefined {
  switch (typeof v) {
    case 'string':
      return quote(v.length > MOST_SHOWN ? slice(v, 0, MOST_SHOWN) : v)
    case 'bigint':
      return `${bigText(v)}n`
    case 'function':
      return `function ${toText(v.name)}`
    case 'object':
      return v === null ? 'null' : undefined
    default:
      return toText(v)
  }
}
