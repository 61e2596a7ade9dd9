import { prepareBinary, readBinary } from './binary.ts'
import { artifactKey } from './artifact-key.ts'
import { readArtifact } from './cache.ts'
import { PythonIsolate, type Inside } from './isolate.ts'
import type ivm from 'isolated-vm'
import { Unprepared, type Sandbox, type SandboxContext, type SandboxResult, type Session } from '../language.ts'
import { unpackOutcomes, type Outcome } from './inside/outcome.ts'
import { interpreterBinary } from './packages.ts'
import { MOST_FILE_BYTES, MOST_PAGES } from './recipe.ts'
import type { Task, TaskCase } from '../../task.ts'

/** Even where nothing strange was seen, an interpreter is replaced after this many submissions. */
const FRESH_EVERY = 2000
/** Linear memory (64 KB each) that a submission may use before it grows, after which a fresh interpreter is due. */
const HEADROOM_PAGES = 32
const REWIND_MS = 10_000

type Interpreter = {
  limit(memoryMb: number, outputBytes: number): void
  input(text: string): void
  step(command: unknown[], timeoutMs: number): Outcome
  /** Command after command; undefined when they were stopped from outside. */
  steps(commands: unknown[][], timeoutMs: number): Outcome[] | undefined
  /** False when the instance is spent. */
  rewind(): boolean
  release(): void
}

export function openSandbox({ cacheDir }: SandboxContext): Sandbox {
  const artifact = readArtifact(cacheDir, artifactKey())
  if ('unusable' in artifact) throw new Unprepared(`Python's image in ${cacheDir} cannot be used: ${artifact.unusable}`)
  const { state, modules } = artifact
  const isolate = new PythonIsolate()
  const binary = interpreterBinary()
  const prepared = prepareBinary(binary, readBinary(binary), {
    minPages: state.pages + HEADROOM_PAGES,
    maxPages: MOST_PAGES,
  })
  const held = [
    isolate.compile('module', prepared),
    isolate.compile('trampoline', artifact.trampoline),
    isolate.hold('library', artifact.library),
    isolate.hold('image', artifact.image),
  ]

  const open = (): Interpreter => {
    const inside = isolate.open(modules)
    return wrap(inside, inside.create('createInterpreter', ...held, JSON.stringify(state), MOST_FILE_BYTES))
  }
  let interpreter: Interpreter | undefined
  let judged = 0

  const start = (task: Task): Session => {
    interpreter ??= open()
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
        isolate.collectGarbage()
      },
    }
  }

  return {
    start,
    warmUp() {
      interpreter ??= open()
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

const TIMED_OUT = 'time:'

const text = (bytes: Uint8Array): string =>
  bytes.length === 0 ? '' : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')

/**
 * Calls into the interpreter's context. Buffers come out as copies; nothing of it is held out here. Only a step runs
 * what a player wrote, and only a step is timed: isolated-vm keeps a timer for as long as it was set, however soon the
 * call returns, and wakes a thread for each.
 */
function wrap(inside: Inside, object: ivm.Reference<Record<string, unknown>>): Interpreter {
  const held: ivm.Reference<unknown>[] = [object]
  const method = (name: string): ivm.Reference<unknown> => {
    const found = object.getSync(name, { reference: true }) as ivm.Reference<unknown>
    held.push(found)
    return found
  }
  const ours =
    <A extends unknown[], T>(f: ivm.Reference<unknown>) =>
    (...args: A): T =>
      f.applySync(undefined, args, { result: { copy: true } }) as T
  const steps = method('steps')
  const stopped = ours<[string], ArrayBuffer>(method('stopped'))
  const run = (commands: unknown[][], timeoutMs: number): Outcome[] => {
    const lines = commands.map((command) => JSON.stringify(command)).join('\n')
    const timeout = Math.ceil(timeoutMs)
    const packed = steps.applySync(undefined, [lines], { timeout, result: { copy: true } })
    return unpackOutcomes(packed as ArrayBuffer)
  }
  return {
    limit: ours(method('limit')),
    input: ours(method('input')),
    rewind: ours(method('rewind')),
    step(command, timeoutMs) {
      try {
        return run([command], timeoutMs)[0]!
      } catch (error) {
        const late = error instanceof Error && error.message === 'Script execution timed out.'
        return unpackOutcomes(stopped(late ? TIMED_OUT : `fault:${String(error)}`))[0]!
      }
    },
    steps(commands, timeoutMs) {
      try {
        return run(commands, timeoutMs)
      } catch {
        return undefined
      }
    },
    release() {
      for (const reference of held) reference.release()
      inside.release()
    },
  }
}
