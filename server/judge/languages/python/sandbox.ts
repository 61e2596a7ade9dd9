import type { Sandbox, SandboxContext, SandboxResult, Session } from '../language.ts'
import type { Task, TaskCase } from '../../task.ts'
import type { Outcome } from './inside/outcome.ts'
import { openInterpreters, TIMED_OUT, type Interpreter } from './interpreter.ts'

/** Even where nothing strange was seen, an interpreter is replaced after this many submissions. */
const FRESH_EVERY = 2000
const REWIND_MS = 10_000

export function openSandbox({ cacheDir }: SandboxContext): Sandbox {
  const interpreters = openInterpreters(cacheDir)
  let interpreter: Interpreter | undefined
  let judged = 0

  const start = (task: Task): Session => {
    interpreter ??= interpreters.open()
    const current = interpreter
    current.limit(task.limits.memoryMb, task.limits.outputBytes)
    let strange = false
    let dirty = false
    let mostPages = 0

    const resultOf = (outcome: Outcome): SandboxResult => {
      mostPages = Math.max(mostPages, outcome.grownPages)
      const streams = { printed: text(outcome.printed), complained: text(outcome.complained) }
      const answer = Buffer.from(outcome.answer.buffer, outcome.answer.byteOffset, outcome.answer.length)
      if (outcome.stopped) strange = true
      // CPython does not always say MemoryError when there is none: a text that cannot grow loses its type instead.
      const body = answer.toString('latin1')
      const failed = outcome.stopped || body.startsWith('{"end": "raised"')
      if (failed && outcome.starved && !(outcome.stopped && body === TIMED_OUT)) return { end: 'memory', ...streams }
      return outcome.stopped ? { end: endOf(body), ...streams } : { body, ...streams }
    }
    const step = (command: unknown[], timeoutMs: number): SandboxResult => {
      dirty = true
      return resultOf(current.step(command, timeoutMs))
    }

    const runScript = (stdin: string, timeoutMs: number): SandboxResult => {
      if (dirty && !current.rewind()) strange = true
      current.input(stdin)
      return step(['load', task.source, '__main__'], timeoutMs)
    }

    return {
      load: (timeoutMs) => step(['load', task.source, 'solution'], timeoutMs),
      run: (what, timeoutMs) =>
        what.do === 'script' ? runScript(what.stdin, timeoutMs) : step(commandOf(what, task), timeoutMs),
      runTogether(calls, timeoutMs) {
        const commands = calls.map((call) => commandOf(call, task))
        const outcomes = current.steps(commands, timeoutMs)
        strange ||= outcomes === undefined
        return outcomes?.map(resultOf)
      },
      memoryKb: () => mostPages * 64,
      end() {
        judged++
        const spent = !current.rewind() || strange || judged % FRESH_EVERY === 0
        if (!spent) return
        current.release()
        interpreter = undefined
        interpreters.collectGarbage()
      },
    }
  }

  return {
    start,
    warmUp() {
      interpreter ??= interpreters.open()
      interpreter.limit(16, 1 << 16)
      for (const command of [
        ['load', 'def f(n):\n    return sum(i for i in range(n))\nprint(f"{1}")', 'solution'],
        ['call', 'f', '[100]', null, true],
        ['load', 'class A:\n    pass\nx = [A() for i in range(9)]\nraise ValueError', 'solution'],
      ])
        interpreter.step(command, REWIND_MS)
      interpreter.rewind()
    },
  }
}

function commandOf(what: Exclude<TaskCase, { do: 'script' }>, task: Task): unknown[] {
  switch (what.do) {
    case 'call':
      return ['call', task.entry, what.args, task.shapes, what.show]
    case 'value':
      return ['value', what.name, what.show]
    case 'eval':
      return ['eval', what.text]
  }
}

/** The inside answers `kind:detail` when a run did not come to its own end. */
function endOf(answer: string): NonNullable<SandboxResult['end']> {
  const kind = answer.slice(0, answer.indexOf(':'))
  switch (kind) {
    case 'time':
    case 'memory':
    case 'output':
    case 'depth':
    case 'exit':
      return kind
    default:
      return 'crash'
  }
}

const text = (bytes: Uint8Array): string =>
  bytes.length === 0 ? '' : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
