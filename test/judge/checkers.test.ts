import { describe, expect, it } from 'vitest'
import type { Checker, Value } from '../../server/bank/problem.ts'
import { isRight, isRightOutput } from '../../server/judge/checkers.ts'

describe('exact', () => {
  it.each<[string, Value, Value, boolean]>([
    ['1.0 equals 1', 1, 1.0, true],
    ['a tuple equals a list, as both are JSON lists', [1, [2]], [1, [2]], true],
    ['integers count at any size', 2n ** 100n, 2n ** 100n + 1n, false],
    ['a bigint equals the same number', 5n, 5, true],
    ['2^53 and 2^53 + 1 differ', 9007199254740992, 9007199254740993n, false],
    ['true is not 1', true, 1, false],
    ['null is not false', null, false, false],
    ['text is not a number', '1', 1, false],
    ['records do not mind the order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }, true],
    ['records mind a key too many', { a: 1 }, { a: 1, b: 2 }, false],
    ['a missing key is not an inherited one', { toString: null }, {}, false],
    ['lists mind their order', [1, 2], [2, 1], false],
    ['lists mind their length', [1], [1, 1], false],
    ['an empty list is not an empty record', [], {}, false],
  ])('%s', (_, expected, received, right) => expect(isRight('exact', expected, received)).toBe(right))
})

describe('unordered', () => {
  it.each<[string, Value, Value, boolean]>([
    ['takes any order', [3, 1, [2]], [[2], 3, 1], true],
    ['counts how often', [1, 1, 2], [1, 2, 2], false],
    ['minds the order inside', [[1, 2]], [[2, 1]], false],
    ['1.0 equals 1', [1, 2], [2.0, 1.0], true],
    ['tells 1 from true and "1"', [1], ['1'], false],
  ])('%s', (_, expected, received, right) => expect(isRight('unordered', expected, received)).toBe(right))
})

describe('float', () => {
  const checker: Checker = { float: 1e-6 }
  it.each<[string, Value, Value, boolean]>([
    ['takes what is near', [0.1 + 0.2], [0.3], true],
    ['refuses what is far', 0.3, 0.31, false],
    ['is relative for large numbers', 1e12, 1e12 + 1, true],
    ['still minds everything else', ['a', 1], ['b', 1], false],
  ])('%s', (_, expected, received, right) => expect(isRight(checker, expected, received)).toBe(right))
})

describe('script output', () => {
  it.each<[string, Checker, string, string, boolean]>([
    ['does not mind white space at the end of lines and of all', 'exact', '1\n2\n', '1  \n2\n\n', true],
    ['does not mind Windows line ends', 'exact', '1\n2', '1\r\n2\r\n', true],
    ['minds white space at the start', 'exact', '1', ' 1', false],
    ['minds a line missing in between', 'exact', '1\n\n2', '1\n2', false],
    ['compares numbers where floats are asked for', { float: 1e-3 }, 'area 3.1416', 'area 3.14159', true],
    ['reads all ways to write one', { float: 1e-3 }, '1 2 0.5 1000 -3', '1. 2.0 .5 1e3 -3.0E0', true],
    // A pattern that tries digits in two ways would need minutes for this.
    ['is done with a megabyte of digits at once', { float: 1e-3 }, '1', `${'1'.repeat(1 << 20)}x`, false],
  ])('%s', (_, checker, expected, received, right) => expect(isRightOutput(checker, expected, received)).toBe(right))
})
