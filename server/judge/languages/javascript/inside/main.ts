import { encode, NotJson, show } from './encode.ts'
import { createEnvironment } from './environment.ts'
import {
  call,
  exec,
  fields,
  isInteger,
  isPromise,
  isSafeInteger,
  parse,
  slice,
  split,
  test,
  then,
  toBigInt,
  toText,
} from './intrinsics.ts'

// The judge's side inside the isolate. What it answers is text, and decides nothing but what the player is told.

const MOST_ERROR = 4000
const WHOLE = /^-?\d+$/

/** JSON with integers beyond 2^53 as BigInt, as exact as Python has them. */
const arguments_ = (text: string): unknown[] => {
  if (!test(/\d{16}/, text)) return parse(text) as unknown[]
  return parse(text, function (_key: string, value: unknown, context?: { source: string }): unknown {
    const source = context?.source ?? ''
    return typeof value === 'number' && isInteger(value) && !isSafeInteger(value) && test(WHOLE, source)
      ? toBigInt(source)
      : value
  } as (key: string, value: unknown) => unknown) as unknown[]
}

const valueBody = (value: unknown, shown: boolean): string => {
  try {
    const text = encode(value)
    return fields([
      ['end', 'value'],
      ['value', text],
      ['shown', shown ? show(value) : undefined],
    ])
  } catch (error) {
    if (!(error instanceof NotJson)) throw error
    return error.word === 'too-big'
      ? '{"end":"too-big"}'
      : fields([
          ['end', 'no-json'],
          ['found', error.word],
          ['shown', safely(() => show(value))],
        ])
  }
}

const safely = (make: () => string): string | undefined => {
  try {
    return make()
  } catch {
    return undefined
  }
}

/** The error's own words and those lines of its stack that are the player's. */
const errorBody = (error: unknown): string => {
  let kind = 'Error'
  let text = safely(() => `thrown: ${show(error)}`) ?? 'thrown'
  let line: number | undefined
  if (error instanceof Error) {
    kind = safely(() => slice(toText(error.name), 0, 100)) ?? kind
    const head = safely(() => `${kind}: ${toText(error.message)}`) ?? kind
    const frames = safely(() => toText(error.stack)) ?? ''
    text = head
    const lines = split(frames, '\n')
    for (let i = 0; i < lines.length; i++) {
      const frame = lines[i]!
      const found = exec(/^\s+at .*solution\.[jt]s:(\d+)/, frame)
      if (found === null) continue
      line ??= Number(found[1])
      text += `\n${frame}`
    }
  }
  const described = fields([
    ['kind', kind],
    ['text', slice(text, 0, MOST_ERROR)],
    ['line', line],
  ])
  return `{"end":"raised","error":${described}}`
}

export function createHarness(mostOutput: number) {
  const environment = createEnvironment(mostOutput)
  let settled: string | undefined

  /** The body, or undefined while a promise is open: it settles when the microtasks or timers have run. */
  const answer = (make: () => unknown, shown: boolean): string | undefined => {
    settled = undefined
    try {
      const value = make()
      if (!isPromise(value)) return (settled = valueBody(value, shown))
      then(
        value,
        (result) => {
          settled = safelyBody(result, shown)
        },
        (error) => {
          settled = errorBody(error)
        },
      )
      return undefined
    } catch (error) {
      return (settled = errorBody(error))
    }
  }
  const safelyBody = (value: unknown, shown: boolean): string => {
    try {
      return valueBody(value, shown)
    } catch (error) {
      return errorBody(error)
    }
  }

  return {
    exported: (name: string) => environment.exported(name),
    input: (text: string) => environment.setInput(text),
    call: (f: (...args: unknown[]) => unknown, args: string, shown: boolean) =>
      answer(() => call(f, undefined, arguments_(args)), shown),
    value: (value: unknown, shown: boolean) => answer(() => value, shown),
    evaluate: (lookup: (text: string) => unknown, text: string) => answer(() => lookup(text), true),
    /** One timer's turn, microtasks follow by themselves. Answers whether there is anything left to wait for. */
    tick(): string | boolean | undefined {
      if (settled !== undefined) return settled
      try {
        return environment.tick()
      } catch (error) {
        return (settled = errorBody(error))
      }
    },
    /** The same for code at top level, where there is no answer to wait for. */
    pump(): string | boolean {
      try {
        return environment.tick()
      } catch (error) {
        return errorBody(error)
      }
    },
    thrown: (error: unknown) => errorBody(error),
    take: () => {
      const { printed, complained, overflowed } = environment.take()
      return fields([
        ['printed', printed],
        ['complained', complained],
        ['overflowed', overflowed],
      ])
    },
  }
}
