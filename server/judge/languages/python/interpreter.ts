import type ivm from 'isolated-vm'
import { Unprepared } from '../language.ts'
import { artifactKey } from './artifact-key.ts'
import { readArtifact } from './cache.ts'
import { unpackOutcomes, type Outcome } from './inside/outcome.ts'
import { PythonIsolate, type Inside } from './isolate.ts'
import { MOST_FILE_BYTES } from './recipe.ts'

export type Interpreter = {
  limit(memoryMb: number, outputBytes: number): void
  input(text: string): void
  step(command: unknown[], timeoutMs: number): Outcome
  /** Command after command; undefined when they were stopped from outside. */
  steps(commands: unknown[][], timeoutMs: number): Outcome[] | undefined
  /** False when the instance is spent. */
  rewind(): boolean
  /** Pieces of linear memory that are not what the image says: none after a rewind. For tests; it reads everything. */
  differences(): number[]
  release(): void
}

/** What an outcome's answer says when a step was stopped from outside because its time was up. */
export const TIMED_OUT = 'time:'

export type Interpreters = {
  /** An interpreter that stands at the image. */
  open(): Interpreter
  /** Frees what released interpreters held, now rather than some day. */
  collectGarbage(): void
}

/** Interpreters from the artifact in the cache. Throws `Unprepared` where it has none that can be used. */
export function openInterpreters(cacheDir: string): Interpreters {
  const artifact = readArtifact(cacheDir, artifactKey())
  if ('unusable' in artifact) throw new Unprepared(`Python's image in ${cacheDir} cannot be used: ${artifact.unusable}`)
  const { state, modules } = artifact
  const isolate = new PythonIsolate()
  const held = [
    isolate.compile('module', artifact.binary),
    isolate.compile('trampoline', artifact.trampoline),
    isolate.hold('library', artifact.library),
    isolate.hold('image', artifact.image),
  ]
  return {
    open() {
      const inside = isolate.open(modules)
      return wrap(inside, inside.create('createInterpreter', ...held, JSON.stringify(state), MOST_FILE_BYTES))
    },
    collectGarbage: () => isolate.collectGarbage(),
  }
}

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
    differences: ours(method('differences')),
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
