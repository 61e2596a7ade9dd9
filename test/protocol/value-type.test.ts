import { describe, expect, it } from 'vitest'
import { fits, parseType } from '../../server/protocol/value-type.ts'

const fitting = (value: Parameters<typeof fits>[0], type: string): boolean => {
  const parsed = parseType(type)
  if (parsed === undefined) throw new RangeError(`no type: ${type}`)
  return fits(value, parsed)
}

describe('types', () => {
  it.each([
    'number',
    'list',
    'list[]',
    'list[int',
    'list[int]]',
    'list[int,str]',
    'dict[int,str]',
    'dict[str]',
    'tuple[]',
    'tuple[…]',
    'list[int,…]',
    'tuple[int,str,…]',
    'int int',
    '',
    'optional[int,int]',
    'list['.repeat(50),
  ])('%j is none', (text) => expect(parseType(text)).toBeUndefined())

  it('white space does not matter', () => {
    expect(parseType('dict[str, list[ int ]]')).toEqual(parseType('dict[str,list[int]]'))
  })

  it.each<[Parameters<typeof fits>[0], string, boolean]>([
    [3, 'int', true],
    [3.5, 'int', false],
    [2 ** 60, 'int', false],
    [2n ** 60n, 'int', true],
    [true, 'int', false],
    [3, 'float', true],
    ['3', 'float', false],
    [null, 'str', false],
    [null, 'optional[str]', true],
    [null, 'any', true],
    [0, 'bool', false],
    [[1, 2], 'list[int]', true],
    [[1, 'a'], 'list[int]', false],
    [[1, 'a'], 'tuple[int,str]', true],
    [[1], 'tuple[int,str]', false],
    [[1, 'a', 2], 'tuple[int,str]', false],
    [{ a: [1] }, 'dict[str,list[int]]', true],
    [{ a: 1 }, 'dict[str,list[int]]', false],
    [[1], 'dict[str,int]', false],
    [[], 'tuple[int,…]', true],
    [[1, 2, 3], 'tuple[int,…]', true],
    [[1, 'a'], 'tuple[int,…]', false],
    [{}, 'list[int]', false],
  ])('%o as %s: %s', (value, type, expected) => expect(fitting(value, type)).toBe(expected))
})
