import { encode, NotJson, show } from './encode.ts'
import { createEnvironment } from './environment.ts'
import {
  call,
  deleteProperty,
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
/** No further call is begun in the same trip once this much is to be said. */
const ENOUGH = 1 << 16
const WHOLE = /^-?\d+$/

/** With `exact`, integers beyond 2^53 are BigInt, as exact as Python has them. */
const arguments_ = (text: string, exact: boolean): unknown[] => {
  if (!exact) return parse(text) as unknown[]
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

const WAIT = 'wait'

/** What a name stands for, found out anew each time, in the player's own scope. */
type Lookup = () => unknown

/**
 * The one function that the outside calls: `act('call', lookup, '[1]', true)`. A body is followed by a line break and
 * what was printed meanwhile, if anything was; so that one case is one trip.
 */
export function createHarness() {
  const environment = createEnvironment()
  let settled: string | undefined

  const taken = (): string => {
    const { printed, complained, overflowed } = environment.take()
    if (printed === '' && complained === '' && !overflowed) return ''
    return fields([
      ['printed', printed],
      ['complained', complained],
      ['overflowed', overflowed],
    ])
  }
  const delivered = (body: string): string => `${body}\n${taken()}`

  /** The body, or undefined while a promise is open: it settles when the microtasks or timers have run. */
  const answer = (make: () => unknown, shown: boolean): string | undefined => {
    settled = undefined
    try {
      const value = make()
      if (!isPromise(value)) return delivered(valueBody(value, shown))
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
      return delivered(errorBody(error))
    }
  }
  const safelyBody = (value: unknown, shown: boolean): string => {
    try {
      return valueBody(value, shown)
    } catch (error) {
      return errorBody(error)
    }
  }

  const acts = {
    /** Before a player's code: how much it may print, what it reads, and what it shall not see in its world. */
    begin(characters: number, input: string, ...hidden: string[]): void {
      environment.limit(characters)
      environment.setInput(input)
      for (let i = 0; i < hidden.length; i++) deleteProperty(globalThis, hidden[i]!)
    },
    /** `?` and the type of what stands in its place when there is no such function. */
    call(lookup: Lookup, args: string, shown: boolean, exact: boolean): string | undefined {
      let found: unknown
      try {
        found = lookup()
      } catch (error) {
        return delivered(errorBody(error))
      }
      return typeof found === 'function'
        ? answer(() => call(found as () => unknown, undefined, arguments_(args, exact)), shown)
        : `?${typeof found}`
    },
    /**
     * Call after call in one trip, two lines for each: what `call` answers, its own line break among them. The last is
     * a word without a body where the promise of it is open (`wait`) or there is no such function any more. `shows` is
     * 1 or 0 for each.
     */
    calls(lookup: Lookup, shows: string, exact: boolean, ...texts: string[]): string {
      let said = ''
      for (let i = 0; i < texts.length && said.length < ENOUGH; i++) {
        const one = acts.call(lookup, texts[i]!, shows[i] === '1', exact)
        said += i === 0 ? '' : '\n'
        if (one === undefined || one[0] === '?') return `${said}${one ?? WAIT}\n`
        said += one
      }
      return said
    },
    value(lookup: Lookup, shown: boolean): string | undefined {
      let found: unknown
      try {
        found = lookup()
      } catch (error) {
        return delivered(errorBody(error))
      }
      return found === undefined ? '?undefined' : answer(() => found, shown)
    },
    given: (value: unknown, shown: boolean) => answer(() => value, shown),
    evaluate: (evaluate: (text: string) => unknown, text: string) => answer(() => evaluate(text), true),
    /** One timer's turn, microtasks follow by themselves. Answers whether there is anything left to wait for. */
    tick(): string | boolean {
      if (settled !== undefined) return delivered(settled)
      try {
        return environment.tick()
      } catch (error) {
        return delivered((settled = errorBody(error)))
      }
    },
    /** The same for code at top level, where there is no answer to wait for. */
    pump(): string | boolean {
      try {
        return environment.tick()
      } catch (error) {
        return delivered(errorBody(error))
      }
    },
    thrown: (error: unknown) => errorBody(error),
    take: taken,
  }
  return (name: keyof typeof acts, ...args: never[]): unknown => call(acts[name] as () => unknown, undefined, args)
}
