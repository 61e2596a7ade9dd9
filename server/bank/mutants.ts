import { tokens, type Token, type TokenLanguage } from './tokens.ts'

/** One small change to a program, such as a slip of the hand makes. */
export type Mutant = { source: string; line: number; was: string; is: string }

const BOTH: Record<string, string[]> = {
  '+': ['-'],
  '-': ['+'],
  '*': ['+'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '==': ['!='],
  '!=': ['=='],
  '+=': ['-='],
  '-=': ['+='],
  '*=': ['+='],
}
const OPERATORS: Record<TokenLanguage, Record<string, string[]>> = {
  python: { ...BOTH, '//': ['*'], '//=': ['*='], '&': ['|'], '|': ['&'] },
  javascript: {
    ...BOTH,
    '===': ['!=='],
    '!==': ['==='],
    '&&': ['||'],
    '||': ['&&'],
    '++': ['--'],
    '--': ['++'],
    '!': [''],
  },
}
const WORDS: Record<TokenLanguage, Record<string, string[]>> = {
  python: { and: ['or'], or: ['and'], True: ['False'], False: ['True'], break: ['pass'], continue: ['pass'] },
  javascript: { true: ['false'], false: ['true'], break: [''], continue: [''] },
}
const OPENING = new Set(['(', '[', '{'])
const CLOSING = new Set([')', ']', '}'])

type Change = { at: number; length: number; is: string }

/** Every mutant of a program: operators, boundaries, constants, conditions that are always or never true. */
export function mutants(source: string, language: TokenLanguage): Mutant[] {
  const all = tokens(source, language)
  const changes = all.flatMap((token, index) => [
    ...slips(token, all, index, language),
    ...(language === 'python' ? pythonBranches(all, index) : javascriptBranches(all, index)),
  ])
  return changes.map(({ at, length, is }) => ({
    source: source.slice(0, at) + is + source.slice(at + length),
    line: source.slice(0, at).split('\n').length,
    was: source.slice(at, at + length),
    is,
  }))
}

function slips(token: Token, all: Token[], index: number, language: TokenLanguage): Change[] {
  const replace = (texts: string[]): Change[] => texts.map((is) => ({ at: token.at, length: token.text.length, is }))
  switch (token.kind) {
    case 'operator':
      return isOperation(token, all, index, language) ? replace(OPERATORS[language][token.text] ?? []) : []
    case 'word': {
      if (all[index - 1]?.text === '.') return []
      // `not in` and `is not` are operators of two words: without `not` they mean the opposite.
      if (language === 'python' && token.text === 'not') return replace([''])
      return replace(Object.hasOwn(WORDS[language], token.text) ? WORDS[language][token.text]! : [])
    }
    case 'number':
      return replace(neighbours(token.text))
    case 'text':
      return /^(["'])(.*)\1$/.test(token.text) && !standsAlone(all, index)
        ? replace([token.text.length === 2 ? `${token.text[0]}~${token.text[0]}` : token.text[0]! + token.text[0]!])
        : []
    case 'line':
      return []
  }
}

/** `*rest` and `**options` unpack, and a sign belongs to its number: those are no operations on two values. */
function isOperation(token: Token, all: Token[], index: number, language: TokenLanguage): boolean {
  if (token.text === '!' || !['*', '**', '+'].includes(token.text)) return true
  const before = all[index - 1]
  if (language === 'javascript') return token.text !== '*' || (before?.text !== 'function' && before?.text !== 'yield')
  return before !== undefined && (before.kind !== 'operator' || CLOSING.has(before.text)) && before.kind !== 'line'
}

function neighbours(number: string): string[] {
  const big = number.endsWith('n') ? 'n' : ''
  const plain = number.replaceAll('_', '').replace(/n$/, '')
  if (/^\d+$/.test(plain))
    return plain === '0' ? [`1${big}`] : [`${BigInt(plain) + 1n}${big}`, `${BigInt(plain) - 1n}${big}`]
  return /^\d*\.\d+$|^\d+\.$/.test(plain) ? [String(Number(plain) + 1)] : []
}

/** A docstring, or 'use strict': a text that is a whole line changes nothing. */
const standsAlone = (all: Token[], index: number): boolean => {
  const before = all[index - 1]
  const after = all[index + 1]
  return (
    (before === undefined || before.kind === 'line') &&
    (after === undefined || after.kind === 'line' || after.text === ';')
  )
}

/** The condition after `if`, `elif` and `while`, and in `a if c else b` and `[x for x in y if c]`. */
function pythonBranches(all: Token[], index: number): Change[] {
  const token = all[index]!
  if (!['if', 'elif', 'while'].includes(token.text) || token.kind !== 'word') return []
  const end = conditionEnd(
    all,
    index + 1,
    ({ kind, text }) => text === ':' || text === 'else' || text === 'for' || text === 'if' || kind === 'line',
  )
  return always(all, index + 1, end, token.text === 'while' ? ['False'] : ['True', 'False'])
}

/** The condition between the parentheses after `if` and `while`. */
function javascriptBranches(all: Token[], index: number): Change[] {
  const token = all[index]!
  if (token.kind !== 'word' || !['if', 'while'].includes(token.text) || all[index + 1]?.text !== '(') return []
  const end = conditionEnd(all, index + 2, () => false)
  return always(all, index + 2, end, token.text === 'while' ? ['false'] : ['true', 'false'])
}

/** The index of the token that ends what starts at `from`: the closing bracket around it, or one that `stops` outside brackets. */
function conditionEnd(all: Token[], from: number, stops: (token: Token) => boolean): number {
  let depth = 0
  for (let i = from; i < all.length; i++) {
    const token = all[i]!
    if (depth === 0 && (CLOSING.has(token.text) || stops(token))) return i
    if (token.kind !== 'operator') continue
    if (OPENING.has(token.text)) depth += 1
    if (CLOSING.has(token.text)) depth -= 1
  }
  return all.length
}

function always(all: Token[], from: number, end: number, values: string[]): Change[] {
  const first = all[from]
  const last = all[end - 1]
  if (first === undefined || last === undefined || end <= from) return []
  // `while True` is no condition, and `while False` of it no slip that anybody makes.
  if (end === from + 1 && /^(true|false|1)$/i.test(first.text)) return []
  const length = last.at + last.text.length - first.at
  return values.map((is) => ({ at: first.at, length, is }))
}
