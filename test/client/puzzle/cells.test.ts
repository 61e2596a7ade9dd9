import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCell, exampleOf, pastedCell } from '../../../client/components/puzzle/cell-check.ts'
import { cellText, readCell, sameCell } from '../../../client/components/puzzle/cell-text.ts'
import { parseType } from '../../../server/protocol/value-type.ts'

describe('a cell', () => {
  it.each(['1', '-0.5', '"a, b"', 'true', 'null', '[1, [2, "x"]]', '{"a": {"b": []}}', '12345678901234567890'])(
    'keeps the value %s',
    (text) => expect(cellText(readCell(text)!)).toBe(text),
  )
  it('keeps every value that JSON has', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = cellText(value as never)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
  it('leaves digits within a text alone', () => {
    expect(readCell('"12345678901234567890"')).toBe('12345678901234567890')
    expect(readCell('[12345678901234567890]')).toEqual([12345678901234567890n])
  })
  it('is the same value however it is spaced', () => {
    expect(sameCell('[1,2]', '[ 1, 2 ]')).toBe(true)
    expect(sameCell('12345678901234567890', '12345678901234567891')).toBe(false)
    expect(sameCell('half', 'half ')).toBe(true)
  })
})

describe('what is wrong in a cell', () => {
  it.each([
    ['', 'int'],
    ['12', 'int'],
    ['12345678901234567890', 'int'],
    ['2', 'float'],
    ['"12"', 'str'],
    ['null', 'optional[int]'],
    ['[["a", 1]]', 'list[tuple[str,int]]'],
    ['{"a": [1]}', 'dict[str,list[int]]'],
    ['anything', 'no such type'],
  ])('nothing, in %s of the type %s', (text, type) => expect(checkCell(text, type)).toBeNull())

  it.each([
    ['hello', 'str', 'str', '"hello"'],
    ["'hello'", 'str', 'str', '"hello"'],
    ['“hello”', 'str', 'str', '"hello"'],
    ['"hello', 'str', 'str', '"hello"'],
    ['say "no"', 'str', 'str', '"say \\"no\\""'],
    ['12', 'str', 'str', '"12"'],
    ['True', 'bool', 'bool', 'true'],
    ['FALSE', 'bool', 'bool', 'false'],
    ['2,5', 'float', 'float', '2.5'],
    ['"12"', 'int', 'int', '12'],
    ['None', 'optional[int]', 'unread', 'null'],
    ['1, 2, 3', 'list[int]', 'unread', '[1, 2, 3]'],
    ['(1, 2)', 'tuple[int,int]', 'unread', '[1, 2]'],
    ['[red, dark green]', 'list[str]', 'unread', '["red", "dark green"]'],
    ["['a', 'it\\'s']", 'list[str]', 'unread', '["a", "it\'s"]'],
    ['[1, 2,]', 'list[int]', 'unread', '[1, 2]'],
    ['{a: 1}', 'dict[str,int]', 'unread', '{"a": 1}'],
    ['7', 'list[int]', 'list', '[7]'],
  ])('%s is no %s: it says so (%s) and offers %s', (text, type, code, mend) => {
    expect(checkCell(text, type)).toMatchObject({ code, mend })
  })

  it.each([
    ['twelve', 'int', { code: 'int', example: '12' }],
    ['1.5', 'int', { code: 'int' }],
    ['[1, "2", 3]', 'list[int]', { code: 'inside', at: '2' }],
    ['[1, 2, 3]', 'tuple[int,int]', { code: 'length', at: '2' }],
    ['{"a": "b"}', 'dict[str,int]', { code: 'inside', at: '"a"' }],
    ['{"a": 1}', 'list[int]', { code: 'list' }],
    ['[1', 'list[list[int]]', { code: 'unread' }],
  ])('%s is no %s, and where it is not is said', (text, type, fault) => {
    expect(checkCell(text, type)).toMatchObject(fault)
  })

  it('is nothing in the example that is shown for it', () => {
    for (const type of [
      'int',
      'float',
      'str',
      'bool',
      'any',
      'list[str]',
      'tuple[int,str]',
      'tuple[int,…]',
      'dict[str,float]',
      'optional[list[int]]',
    ]) {
      expect(checkCell(exampleOf(parseType(type)!), type), type).toBeNull()
    }
  })
  it('is nothing in what is offered instead', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('int', 'str', 'list[str]', 'dict[str,int]', 'float'), (text, type) => {
        const mend = checkCell(text, type)?.mend
        if (mend !== undefined) expect(checkCell(mend, type)).toBeNull()
      }),
    )
  })
})

it('a pasted word gets the quotes that a text needs, and a wrong number stays to be seen', () => {
  expect(pastedCell(' star ', 'str')).toBe('"star"')
  expect(pastedCell('TRUE', 'bool')).toBe('true')
  expect(pastedCell('a dozen', 'int')).toBe('a dozen')
})
