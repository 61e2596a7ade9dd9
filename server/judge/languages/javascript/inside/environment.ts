import { show } from './encode.ts'
import { indexOf, slice } from './intrinsics.ts'

// What the player's code finds in its world besides the language: a console, timers in virtual time, standard input.

export class TooMuchOutput extends Error {}

type Timer = { at: number; order: number; run: () => void }

export function createEnvironment() {
  let mostOutput = 0
  let printed = ''
  let complained = ''
  let written = 0
  let overflowed = false
  let input = ''
  let position = 0
  let now = 0
  let order = 0
  let timers: Timer[] = []

  const room = (text: string): string => {
    written += text.length
    if (written > mostOutput) {
      overflowed = true
      throw new TooMuchOutput('too much output')
    }
    return text
  }
  const line = (values: unknown[]): string => {
    let text = ''
    for (let i = 0; i < values.length; i++) {
      const value = values[i]
      text += (i === 0 ? '' : ' ') + (typeof value === 'string' ? value : show(value))
    }
    return `${text}\n`
  }
  const print = (...values: unknown[]): void => {
    printed += room(line(values))
  }
  const complain = (...values: unknown[]): void => {
    complained += room(line(values))
  }
  const nothing = (): void => {}

  const readLine = (): string | null => {
    if (position >= input.length) return null
    const end = indexOf(input, '\n', position)
    const text = slice(input, position, end === -1 ? input.length : end)
    position = end === -1 ? input.length : end + 1
    return text
  }
  const readAll = (): string => {
    const text = slice(input, position)
    position = input.length
    return text
  }

  /** Timers fire in order of their time, which passes at once. */
  const later = (run: unknown, ms: unknown, args: unknown[], every: boolean): number => {
    if (typeof run !== 'function') throw new TypeError('setTimeout needs a function')
    const wait = typeof ms === 'number' && ms > 0 ? ms : every ? 1 : 0
    const id = ++order
    const add = (from: number): void => {
      timers[timers.length] = {
        at: from + wait,
        order: id,
        run: () => {
          if (every) add(now)
          ;(run as (...args: unknown[]) => void)(...args)
        },
      }
    }
    add(now)
    return id
  }
  const clear = (id: unknown): void => {
    timers = timers.filter((timer) => timer.order !== id)
  }

  const fs = {
    readFileSync(path: unknown): string {
      if (path === 0 || path === '/dev/stdin') return readAll()
      throw new Error('There are no files here: only standard input can be read, as readFileSync(0, "utf8").')
    },
  }
  const readline = {
    createInterface: () => ({
      on(event: string, listener: (text?: string) => void) {
        const feed = (): void => {
          if (event !== 'line') return listener()
          for (let text = readLine(); text !== null; text = readLine()) listener(text)
        }
        if (event === 'line' || event === 'close') later(feed, event === 'line' ? 0 : 1, [], false)
        return this
      },
      question: (prompt: string, answer: (text: string) => void): void => {
        printed += room(String(prompt))
        later(() => answer(readLine() ?? ''), 0, [], false)
      },
      close: nothing,
      *[Symbol.iterator]() {
        for (let text = readLine(); text !== null; text = readLine()) yield text
      },
      async *[Symbol.asyncIterator]() {
        for (let text = readLine(); text !== null; text = readLine()) yield text
      },
    }),
  }
  const modules: Record<string, unknown> = { fs, readline }
  const load = (name: unknown): unknown => {
    const found = typeof name === 'string' ? modules[name.startsWith('node:') ? name.slice(5) : name] : undefined
    if (found === undefined)
      throw new Error(`There is no module ${String(name)} here. The language itself is all there is.`)
    return found
  }

  const module = { exports: {} as Record<string, unknown> }
  Object.assign(globalThis, {
    console: {
      log: print,
      info: print,
      debug: print,
      table: print,
      dir: print,
      error: complain,
      warn: complain,
      trace: complain,
      time: nothing,
      timeEnd: nothing,
      assert: nothing,
    },
    setTimeout: (run: unknown, ms: unknown, ...args: unknown[]) => later(run, ms, args, false),
    setImmediate: (run: unknown, ...args: unknown[]) => later(run, 0, args, false),
    setInterval: (run: unknown, ms: unknown, ...args: unknown[]) => later(run, ms, args, true),
    clearTimeout: clear,
    clearInterval: clear,
    clearImmediate: clear,
    queueMicrotask: (run: () => void) => void Promise.resolve().then(run),
    structuredClone: undefined,
    performance: { now: () => Date.now() },
    prompt: readLine,
    readLine,
    readline: readLine,
    require: load,
    module,
    exports: module.exports,
    process: {
      argv: ['node', 'solution.js'],
      env: {},
      stdin: { setEncoding: nothing, on: readline.createInterface().on, fd: 0 },
      stdout: { write: (text: unknown) => ((printed += room(String(text))), true) },
    },
  })

  return {
    limit(characters: number): void {
      mostOutput = characters
    },
    setInput(text: string): void {
      input = text
      position = 0
    },
    /** Runs the next timer; false when there is none. */
    tick(): boolean {
      let next: Timer | undefined
      for (let i = 0; i < timers.length; i++) {
        const timer = timers[i]!
        if (next === undefined || timer.at < next.at || (timer.at === next.at && timer.order < next.order)) next = timer
      }
      if (next === undefined) return false
      timers = timers.filter((timer) => timer !== next)
      now = next.at
      next.run()
      return true
    },
    take(): { printed: string; complained: string; overflowed: boolean } {
      const taken = { printed, complained, overflowed }
      printed = complained = ''
      return taken
    },
  }
}
