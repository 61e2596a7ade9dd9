import type { MessageKey, MessageParams } from './i18n.svelte.ts'
import type { Language, PlayerError } from '../server/protocol/judgement.ts'

/**
 * What an error usually means to somebody who meets it for the first time: the commonest beginners' mistakes by the
 * words that CPython and V8 have for them. The first pattern that fits wins; `name` is what its group caught.
 */
type Rule = [pattern: RegExp, key: MessageKey]

const PYTHON: Rule[] = [
  [/NameError: name '(true|false|null|none|undefined)'/, 'explain.pyCapital'],
  [/NameError: name '(.+?)' is not defined/, 'explain.name'],
  [/UnboundLocalError: .*?'(.+?)'/, 'explain.unbound'],
  [/SyntaxError: expected ':'/, 'explain.colon'],
  [/SyntaxError: '(.)' was never closed/, 'explain.unclosed'],
  [/SyntaxError: unmatched '(.)'/, 'explain.unmatched'],
  [/SyntaxError: closing parenthesis '(.)' does not match/, 'explain.unmatched'],
  [/SyntaxError: unterminated .*string/, 'explain.quote'],
  [/SyntaxError: .*(?:meant '=='|cannot assign to)/, 'explain.equals'],
  [/SyntaxError: .*forgot a comma/, 'explain.comma'],
  [/SyntaxError: 'return' outside function/, 'explain.returnOutside'],
  [/SyntaxError: Missing parentheses in call to '(.+?)'/, 'explain.parentheses'],
  [/SyntaxError: invalid decimal literal/, 'explain.digitFirst'],
  [/SyntaxError/, 'explain.syntax'],
  [/IndentationError: expected an indented block/, 'explain.indentMissing'],
  [/IndentationError: unexpected indent/, 'explain.indentTooMuch'],
  [/IndentationError|TabError/, 'explain.indentUneven'],
  [/TypeError: .*'NoneType'|AttributeError: 'NoneType'/, 'explain.none'],
  [/TypeError: (?:can only concatenate str|unsupported operand .*'str')/, 'explain.textAndNumber'],
  [/TypeError: .*not supported between instances/, 'explain.compare'],
  [/TypeError: '(.+?)' object is not callable/, 'explain.notCallable'],
  [/TypeError: '(.+?)' object is not subscriptable/, 'explain.notSubscriptable'],
  [/TypeError: '(.+?)' object is not iterable/, 'explain.notIterable'],
  [/TypeError: object of type '(.+?)' has no len/, 'explain.noLength'],
  [/TypeError: 'str' object does not support item assignment/, 'explain.textFixed'],
  [/TypeError: (?:list|string) indices must be integers/, 'explain.indexWhole'],
  [/TypeError: .*(?:positional argument|required positional)/, 'explain.arguments'],
  [/TypeError/, 'explain.type'],
  [/ValueError: invalid literal for int/, 'explain.intOf'],
  [/ValueError: .*unpack/, 'explain.unpack'],
  [/ValueError/, 'explain.value'],
  [/IndexError/, 'explain.index'],
  [/KeyError: (.+)/, 'explain.key'],
  [/AttributeError: '(.+?)' object/, 'explain.attribute'],
  [/ZeroDivisionError/, 'explain.zero'],
  [/RecursionError/, 'explain.recursion'],
  [/EOFError/, 'explain.input'],
  [/(?:ModuleNotFoundError|ImportError)/, 'explain.module'],
]

const JAVASCRIPT: Rule[] = [
  [/ReferenceError: (True|False|None)\b/, 'explain.jsSmall'],
  [/ReferenceError: Cannot access '(.+?)' before/, 'explain.beforeLet'],
  [/ReferenceError: (\S+) is not defined/, 'explain.name'],
  [/TypeError: Cannot (?:read|set) properties of (undefined|null)/, 'explain.ofUndefined'],
  [/TypeError: (\S+) is not a function/, 'explain.notFunction'],
  [/TypeError: Assignment to constant/, 'explain.constant'],
  [/TypeError: .*is not iterable/, 'explain.notIterable'],
  [/SyntaxError: Unexpected end of input/, 'explain.end'],
  [/SyntaxError: Identifier '(.+?)' has already been declared/, 'explain.declared'],
  [/SyntaxError: missing \) after argument list/, 'explain.argumentList'],
  [/SyntaxError: (?:Invalid or unexpected token|Unterminated)/, 'explain.quote'],
  [/SyntaxError: Invalid left-hand side/, 'explain.equals'],
  [/SyntaxError: Illegal return/, 'explain.returnOutside'],
  [/SyntaxError: Unexpected (?:identifier|token) '(.+?)'/, 'explain.token'],
  [/SyntaxError/, 'explain.syntax'],
  [/RangeError: Maximum call stack/, 'explain.recursion'],
  [/TypeError/, 'explain.type'],
]

/** The message that explains an error, or null where its own words must do. */
export function explain(error: PlayerError, language: Language): { key: MessageKey; params: MessageParams } | null {
  // The last line says what happened; on a hidden test there is the kind alone.
  const said = error.text || error.kind
  for (const [pattern, key] of language === 'python' ? PYTHON : JAVASCRIPT) {
    const found = pattern.exec(said)
    if (found) return { key, params: { name: found[1] ?? '' } }
  }
  return null
}

/** The judge's own words ("The judge looks for a function named …") are a sentence already, not an error's text. */
export const isSentence = (error: PlayerError): boolean =>
  error.text !== '' && !error.text.includes('\n') && !error.text.startsWith(error.kind)
