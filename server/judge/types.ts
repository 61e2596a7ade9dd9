import type { Shape } from './task.ts'

/** A type of a signature, read from its text (`list[tuple[int,str]]`). */
export type Type =
  | { is: 'int' | 'float' | 'str' | 'bool' | 'any' }
  | { is: 'list' | 'dict' | 'optional'; of: Type }
  /** `many` means any number of the one type. */
  | { is: 'tuple'; of: Type[]; many: boolean }

export const ANY: Type = { is: 'any' }

/** Reads a type; throws a RangeError that says what is wrong with it. */
export function parseType(text: string): Type {
  const tokens = text.match(/[a-z]+|…|\S/g) ?? []
  let at = 0
  const expect = (token: string): void => {
    if (tokens[at++] !== token) throw new RangeError(`the type ${text} lacks a ${token}`)
  }
  const read = (): Type => {
    const word = tokens[at++]
    switch (word) {
      case 'int':
      case 'float':
      case 'str':
      case 'bool':
      case 'any':
        return { is: word }
      case 'list':
      case 'optional': {
        expect('[')
        const of = read()
        expect(']')
        return { is: word, of }
      }
      case 'dict': {
        expect('[')
        expect('str')
        expect(',')
        const of = read()
        expect(']')
        return { is: 'dict', of }
      }
      case 'tuple': {
        expect('[')
        const of = [read()]
        let many = false
        while (tokens[at] === ',') {
          at++
          if (tokens[at] === '…') {
            at++
            many = true
          } else of.push(read())
        }
        expect(']')
        return { is: 'tuple', of, many }
      }
      default:
        throw new RangeError(
          `the type ${text} has ${word === undefined ? 'an end too early' : `an unknown word, ${word}`}`,
        )
    }
  }
  const type = read()
  if (at !== tokens.length) throw new RangeError(`the type ${text} goes on after its end`)
  return type
}

/** What has to be done to plain JSON to make it this type; null when nothing. */
export function shapeOf(type: Type): Shape {
  switch (type.is) {
    case 'list':
    case 'dict': {
      const inner = shapeOf(type.of)
      return inner === null ? null : [type.is, inner]
    }
    case 'optional':
      return shapeOf(type.of)
    case 'tuple':
      return type.many ? ['tuple*', shapeOf(type.of[0]!)] : ['tuple', type.of.map(shapeOf)]
    default:
      return null
  }
}

const WORDS = { int: 'a whole number', float: 'a number', str: 'a text', bool: 'true or false', any: 'a value' }

/** The type in a beginner's words. */
export function inWords(type: Type): string {
  switch (type.is) {
    case 'list':
      return `a list of ${plural(type.of)}`
    case 'dict':
      return `a dictionary of ${plural(type.of)}`
    case 'tuple':
      return type.many
        ? `a list of ${plural(type.of[0]!)}`
        : `${type.of.length} values (${type.of.map(inWords).join(', ')})`
    case 'optional':
      return `${inWords(type.of)} or nothing`
    default:
      return WORDS[type.is]
  }
}

function plural(type: Type): string {
  switch (type.is) {
    case 'int':
      return 'whole numbers'
    case 'float':
      return 'numbers'
    case 'str':
      return 'texts'
    case 'bool':
      return 'true or false'
    case 'any':
      return 'values'
    case 'list':
      return 'lists'
    case 'dict':
      return 'dictionaries'
    case 'tuple':
      return 'groups of values'
    case 'optional':
      return `${plural(type.of)} or nothing`
  }
}
