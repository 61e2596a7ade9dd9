import { describe, expect, it } from 'vitest'
import { readValue, writeValue } from '../../server/protocol/exact-json.ts'
import { camelCase } from '../../server/judge/languages/javascript/notation.ts'
import { notations } from '../../server/judge/languages/notations.ts'
import { inWords, parseType, shapeOf } from '../../server/judge/types.ts'

const python = (value: Parameters<typeof notations.python.value>[0], type = 'any') =>
  notations.python.value(value, parseType(type))
const javascript = (value: Parameters<typeof notations.python.value>[0]) =>
  notations.javascript.value(value, parseType('any'))

describe('values as a player would write them', () => {
  it('in Python', () => {
    expect(python([true, null, 1, 'it'])).toBe("[True, None, 1, 'it']")
    expect(python(2, 'float')).toBe('2.0')
    expect(python([1, 'a'], 'tuple[int,str]')).toBe("(1, 'a')")
    expect(python([1], 'tuple[int]')).toBe('(1,)')
    expect(python({ a: [1, 2] }, 'dict[str,tuple[int,…]]')).toBe("{'a': (1, 2)}")
    expect(python("it's")).toBe('"it\'s"')
    expect(python('a\n"b"\\')).toBe('\'a\\n"b"\\\\\'')
    expect(python(1e21)).toBe('1e+21')
    expect(python(2n ** 70n)).toBe('1180591620717411303424')
  })

  it('in JavaScript', () => {
    expect(javascript([true, null, 1, 'it'])).toBe('[true, null, 1, "it"]')
    expect(javascript({ a: 1, 'b c': 2 })).toBe('{ a: 1, "b c": 2 }')
    expect(javascript(2n ** 70n)).toBe('1180591620717411303424n')
  })

  it('and names', () => {
    expect(camelCase('is_leap_year')).toBe('isLeapYear')
    expect(camelCase('sum_of_2_numbers')).toBe('sumOf2Numbers')
    expect(camelCase('_hidden')).toBe('_hidden')
  })
})

describe('types of a signature', () => {
  it('become the shapes that JSON lacks', () => {
    expect(shapeOf(parseType('list[tuple[int,str]]'))).toEqual(['list', ['tuple', [null, null]]])
    expect(shapeOf(parseType('dict[str,list[int]]'))).toBeNull()
    expect(shapeOf(parseType('optional[tuple[int,…]]'))).toEqual(['tuple*', null])
  })

  it('are said in plain words', () => {
    expect(inWords(parseType('list[int]'))).toBe('a list of whole numbers')
    expect(inWords(parseType('optional[str]'))).toBe('a text or nothing')
  })

  it.each(['list', 'list[int', 'dict[int,int]', 'foo', 'int int', ''])('refuses %s', (text) => {
    expect(() => parseType(text)).toThrow(RangeError)
  })
})

describe('JSON that may come from anywhere', () => {
  it('keeps integers exact and floats floats', () => {
    expect(readValue('[9007199254740993, 1e30, 1.5]')).toEqual([9007199254740993n, 1e30, 1.5])
    expect(writeValue([2n ** 64n, 'x', null])).toBe('[18446744073709551616,"x",null]')
  })

  it('is refused when it nests too deep or is none', () => {
    expect(readValue('['.repeat(100_000) + ']'.repeat(100_000))).toBeUndefined()
    expect(readValue('{"a":')).toBeUndefined()
    expect(readValue('"' + '['.repeat(1000) + '"')).toBe('['.repeat(1000))
  })
})
