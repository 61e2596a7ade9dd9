import type { PlayerError } from '../protocol/judgement.ts'

// Of an error on a hidden test a player is told kind and line. Both are the player's code's own words: an exception can
// be named after the input that raised it, and a line can be any number. What is passed on was there before the code
// saw an input.

/** What the languages, their libraries and the judge itself call errors. */
const KNOWN = new Set(
  `
  ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError
  BufferError ConnectionError EOFError Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError
  GeneratorExit ImportError IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt
  LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError
  PermissionError RecursionError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError
  SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError
  UnicodeTranslateError ValueError ZeroDivisionError
  CancelledError DivisionByZero Empty FrozenInstanceError Full InvalidOperation InvalidStateError JSONDecodeError
  PatternError StatisticsError
  Error RangeError EvalError URIError AggregateError SuppressedError
  MissingFunction MissingVariable AnswerType AnswerSize NothingReturned Unreadable OutputLimit Crash NeverSettled
  `
    .trim()
    .split(/\s+/),
)
const NAME = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u

/** An error as it may be told of a hidden test: a kind that is known or stands in the source, a line that is there. */
export function hiddenError({ kind, line }: PlayerError, source: string): PlayerError {
  const plain = KNOWN.has(kind) || (NAME.test(kind) && standsIn(source, kind)) ? kind : 'Error'
  const there = line !== undefined && line <= source.split('\n').length
  return { kind: plain, text: '', ...(there ? { line } : {}) }
}

/** As a word: a piece of a longer one could be chosen among far too many. */
function standsIn(source: string, name: string): boolean {
  return source.match(/[\p{ID_Continue}$]+/gu)?.includes(name) === true
}
