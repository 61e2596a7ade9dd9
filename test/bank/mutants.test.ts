import { describe, expect, it } from 'vitest'
import { mutants } from '../../server/bank/mutants.ts'
import { tokens, type TokenLanguage } from '../../server/bank/tokens.ts'

const changes = (source: string, language: TokenLanguage): string[] =>
  mutants(source, language).map(({ line, was, is }) => `${line}: ${was} → ${is}`)
const sources = (source: string, language: TokenLanguage): string[] => mutants(source, language).map((m) => m.source)

describe('mutants', () => {
  it('change an operator into its neighbours', () => {
    expect(sources('x <= y', 'python')).toEqual(['x < y', 'x > y'])
    expect(sources('a && b', 'javascript')).toEqual(['a || b'])
    expect(sources('a !== b', 'javascript')).toEqual(['a === b'])
    expect(sources('return not x', 'python')).toEqual(['return  x'])
  })

  it('move a constant by one, at any size', () => {
    expect(sources('x = 0', 'python')).toEqual(['x = 1'])
    expect(sources('x = 9007199254740993', 'python')).toEqual(['x = 9007199254740994', 'x = 9007199254740992'])
    expect(sources('x = 5n', 'javascript')).toEqual(['x = 6n', 'x = 4n'])
  })

  it('empty a text, fill an empty one', () => {
    expect(sources(`x = 'ab'`, 'python')).toEqual([`x = ''`])
    expect(sources('x = ""', 'javascript')).toEqual(['x = "~"'])
  })

  it('make a branch always or never taken', () => {
    expect(changes('if (f(a, (b))) {\n}', 'javascript')).toEqual(['1: f(a, (b)) → true', '1: f(a, (b)) → false'])
    expect(changes('while x[1:]:\n  y', 'python')).toContain('1: x[1:] → False')
    expect(sources('a if c else b', 'python')).toEqual(['a if True else b', 'a if False else b'])
    expect(sources('[x for x in y if c]', 'python')).toContain('[x for x in y if False]')
    expect(changes('while True:\n  pass', 'python')).toEqual(['1: True → False'])
  })

  it('leave comments, docstrings, f-strings, templates and regular expressions alone', () => {
    expect(changes('# a + 1\n"""a + 1"""\nf"{x}"', 'python')).toEqual([])
    expect(changes("'use strict'\n// a + 1\n/* 1 */ `${1 + 1}`\ns.split(/[/+]1/)", 'javascript')).toEqual([])
  })

  it('leave unpacking alone', () => {
    expect(changes('def f(*rest): return g(*rest, **more)', 'python')).toEqual([])
    expect(changes('function* f() { yield* g }', 'javascript').filter((c) => c.startsWith('1: * →'))).toHaveLength(0)
  })
})

describe('tokens', () => {
  it.each<[TokenLanguage, string]>([
    ['python', `def f(x):\n    """doc"""\n    return x if x else 'a\\'b' # end\n`],
    ['javascript', 'const a = b / c / d; const r = /x\\/[/]/g; `a${b}c`\n'],
    ['javascript', '"unfinished'],
  ])('%s: every token is where it says it is', (language, source) => {
    for (const { text, at } of tokens(source, language)) expect(source.slice(at, at + text.length)).toBe(text)
  })

  it('a slash after a value divides', () => {
    expect(tokens('b / c / d', 'javascript').map(({ text }) => text)).toEqual(['b', '/', 'c', '/', 'd'])
  })
})
