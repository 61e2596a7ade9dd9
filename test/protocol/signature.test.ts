import { describe, expect, it } from 'vitest'
import { signatureText, skeleton } from '../../server/protocol/signature.ts'

const LEAP = { name: 'is_leap_year', params: [{ name: 'the_year', type: 'int' }], returns: 'bool' }
const MIXED = {
  name: 'pick',
  params: [
    { name: 'rows', type: 'list[optional[int]]' },
    { name: 'prices', type: 'dict[str,tuple[float,str]]' },
  ],
  returns: 'optional[list[any]]',
}

describe('signatures', () => {
  it('are written as each language writes them', () => {
    expect(signatureText(LEAP, 'python')).toBe('def is_leap_year(the_year: int) -> bool')
    expect(signatureText(LEAP, 'typescript')).toBe('function isLeapYear(theYear: number): boolean')
    expect(signatureText(LEAP, 'javascript')).toBe('function isLeapYear(theYear) // theYear: number; gives boolean')
  })

  it('have the types of each language, nested ones too', () => {
    expect(signatureText(MIXED, 'python')).toBe(
      'def pick(rows: list[int | None], prices: dict[str, tuple[float, str]]) -> list[Any] | None',
    )
    expect(signatureText(MIXED, 'typescript')).toBe(
      'function pick(rows: (number | null)[], prices: Record<string, [number, string]>): any[] | null',
    )
  })
})

describe('skeletons', () => {
  it('are the function, empty', () => {
    expect(skeleton(LEAP, [], 'python')).toMatch(/^def is_leap_year\(the_year\):\n {4}#.*\n {4}pass\n$/)
    expect(skeleton(LEAP, [], 'javascript')).toMatch(/^function isLeapYear\(theYear\) \{\n {2}\/\/.*\n\}\n$/)
    expect(skeleton(LEAP, [], 'typescript')).toMatch(/^function isLeapYear\(theYear: number\): boolean \{/)
  })
})
