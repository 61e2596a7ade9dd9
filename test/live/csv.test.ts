import { describe, expect, it } from 'vitest'
import { csv } from '../../server/live/exports/csv.ts'

const cell = (text: string): string => csv([[text]]).slice(1, -2)

describe('a table as CSV', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '\u00A0=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\u0001=1',
    '\tx',
  ])('makes no formula of %j', (text) => expect(cell(text)).toBe(`"'${text}"`))
  it('keeps quotes, commas, semicolons and lines inside their cell', () => {
    expect(cell('a "b", c')).toBe('"a ""b"", c"')
    expect(cell('a;b')).toBe('"a;b"')
    expect(cell('a\nb')).toBe('"a\nb"')
    expect(cell('=HYPERLINK("http://x";"y")')).toBe(`"'=HYPERLINK(""http://x"";""y"")"`)
  })
  it('leaves ordinary names and numbers as they are', () => {
    expect(cell("Zoë O'Hara-Lee")).toBe("Zoë O'Hara-Lee")
    expect(csv([[-3.5, null, true, 'x']])).toBe('\uFEFF-3.5,,true,x\r\n')
  })
})
