import { describe, expect, it } from 'vitest'
import { callText, literal, nameIn } from '../../server/protocol/literal.ts'

describe('names', () => {
  it.each([
    ['is_leap_year', 'isLeapYear'],
    ['a_b_c', 'aBC'],
    ['total', 'total'],
    ['row_2_sum', 'row2Sum'],
    ['_hidden_one', '_hiddenOne'],
    ['class_', 'class_'],
  ])('%s is %s in JavaScript and TypeScript', (python, javascript) => {
    expect(nameIn('javascript', python)).toBe(javascript)
    expect(nameIn('typescript', python)).toBe(javascript)
    expect(nameIn('python', python)).toBe(python)
  })
})

describe('values as source', () => {
  it.each([
    [true, 'True', 'true'],
    [null, 'None', 'null'],
    ['a "b"\n', String.raw`"a \"b\"\n"`, String.raw`"a \"b\"\n"`],
    ['año 😀', '"año 😀"', '"año 😀"'],
    [12345678901234567890n, '12345678901234567890', '12345678901234567890n'],
    [-1.5, '-1.5', '-1.5'],
    [[1, [false]], '[1, [False]]', '[1, [false]]'],
    [{ a: null, 'b c': [] }, '{"a": None, "b c": []}', '{"a": null, "b c": []}'],
  ])('%s', (value, python, javascript) => {
    expect(literal(value, 'python')).toBe(python)
    expect(literal(value, 'javascript')).toBe(javascript)
  })

  it('a call reads as the player would write it', () => {
    expect(callText('is_leap_year', [1996, true], 'python')).toBe('is_leap_year(1996, True)')
    expect(callText('is_leap_year', [1996, true], 'typescript')).toBe('isLeapYear(1996, true)')
  })
})
