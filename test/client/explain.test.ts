import { describe, expect, it } from 'vitest'
import { explain, isSentence } from '../../client/explain.ts'
import type { Language } from '../../server/protocol/judgement.ts'

const error = (text: string) => ({ kind: /(\w+):/.exec(text)?.[1] ?? text, text, line: 2 })
const traceback = (last: string) =>
  `Traceback (most recent call last):\n  File "solution.py", line 2, in kite_wind\n    return wnd > 3\n${last}`

/** As the judge answers them. */
const cases: [Language, text: string, key: string, name?: string][] = [
  ['python', traceback("NameError: name 'wnd' is not defined. Did you mean: 'wind'?"), 'explain.name', 'wnd'],
  ['python', traceback("NameError: name 'true' is not defined. Did you mean: 'True'?"), 'explain.pyCapital', 'true'],
  [
    'python',
    traceback("UnboundLocalError: cannot access local variable 'x' where it is not associated with a value"),
    'explain.unbound',
    'x',
  ],
  ['python', '  File "solution.py", line 1\n    def kite_wind(wind)\nSyntaxError: expected \':\'', 'explain.colon'],
  ['python', "SyntaxError: '(' was never closed", 'explain.unclosed', '('],
  ['python', "SyntaxError: unmatched ')'", 'explain.unmatched', ')'],
  ['python', 'SyntaxError: unterminated string literal (detected at line 2)', 'explain.quote'],
  ['python', "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?", 'explain.equals'],
  ['python', 'SyntaxError: invalid syntax. Perhaps you forgot a comma?', 'explain.comma'],
  ['python', 'SyntaxError: invalid syntax', 'explain.syntax'],
  ['python', "IndentationError: expected an indented block after 'if' statement on line 2", 'explain.indentMissing'],
  ['python', 'IndentationError: unexpected indent', 'explain.indentTooMuch'],
  ['python', 'IndentationError: unindent does not match any outer indentation level', 'explain.indentUneven'],
  ['python', traceback("TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'"), 'explain.none'],
  ['python', traceback("AttributeError: 'NoneType' object has no attribute 'append'"), 'explain.none'],
  ['python', traceback('TypeError: can only concatenate str (not "int") to str'), 'explain.textAndNumber'],
  ['python', traceback("TypeError: unsupported operand type(s) for +: 'int' and 'str'"), 'explain.textAndNumber'],
  ['python', traceback("TypeError: '>' not supported between instances of 'str' and 'int'"), 'explain.compare'],
  ['python', traceback("TypeError: 'int' object is not callable"), 'explain.notCallable', 'int'],
  ['python', traceback("TypeError: 'int' object is not subscriptable"), 'explain.notSubscriptable', 'int'],
  ['python', traceback("TypeError: 'int' object is not iterable"), 'explain.notIterable', 'int'],
  ['python', traceback("TypeError: object of type 'int' has no len()"), 'explain.noLength', 'int'],
  ['python', traceback("ValueError: invalid literal for int() with base 10: 'a'"), 'explain.intOf'],
  ['python', traceback('IndexError: list index out of range'), 'explain.index'],
  ['python', traceback("KeyError: 'kite'"), 'explain.key', "'kite'"],
  ['python', traceback("AttributeError: 'int' object has no attribute 'foo'"), 'explain.attribute', 'int'],
  ['python', traceback('RecursionError: maximum recursion depth exceeded'), 'explain.recursion'],
  ['javascript', 'ReferenceError: wnd is not defined\n    at kiteWind (solution.js:2:3)', 'explain.name', 'wnd'],
  ['javascript', 'ReferenceError: True is not defined\n    at solution.js:1:1', 'explain.jsSmall', 'True'],
  ['javascript', "ReferenceError: Cannot access 'x' before initialization", 'explain.beforeLet', 'x'],
  [
    'typescript',
    "TypeError: Cannot read properties of undefined (reading 'length')",
    'explain.ofUndefined',
    'undefined',
  ],
  ['javascript', 'TypeError: wind.foo is not a function', 'explain.notFunction', 'wind.foo'],
  ['javascript', 'TypeError: Assignment to constant variable.', 'explain.constant'],
  ['javascript', 'SyntaxError: Unexpected end of input', 'explain.end'],
  ['javascript', "SyntaxError: Identifier 'x' has already been declared", 'explain.declared', 'x'],
  ['javascript', 'SyntaxError: Invalid or unexpected token', 'explain.quote'],
  ['javascript', "SyntaxError: Unexpected token '{'", 'explain.token', '{'],
  ['javascript', "SyntaxError: Unexpected identifier 'kite_wind'", 'explain.token', 'kite_wind'],
  ['javascript', 'RangeError: Maximum call stack size exceeded', 'explain.recursion'],
]

describe('a beginner’s error is explained', () => {
  it.each(cases)('in %s: %s', (language, text, key, name = '') => {
    const found = explain(error(text), language)
    expect(found?.key).toBe(key)
    if (name) expect(found?.params.name).toBe(name)
  })
  it('by its kind alone on a hidden test', () => {
    expect(explain({ kind: 'IndexError', text: '' }, 'python')?.key).toBe('explain.index')
  })
  it('by nothing where its own words must do', () => {
    expect(explain({ kind: 'MyError', text: 'MyError: so there' }, 'python')).toBeNull()
  })
  it('knows the judge’s own sentences from an error’s text', () => {
    expect(isSentence({ kind: 'MissingFunction', text: 'The judge looks for a function named kite_wind.' })).toBe(true)
    expect(isSentence(error('RecursionError: maximum recursion depth exceeded'))).toBe(false)
    expect(isSentence({ kind: 'IndexError', text: '' })).toBe(false)
  })
})
