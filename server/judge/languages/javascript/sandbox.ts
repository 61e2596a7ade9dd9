import type ivm from 'isolated-vm'
import type { Sandbox, SandboxContext, SandboxResult, Session } from '../language.ts'
import type { Call, SandboxEnd, Task, TaskCase } from '../../task.ts'
import { createWorld, prepareSpare, takeIsolate, type Act, type World } from './isolates.ts'
import { describeOutside, openScope, type Scope } from './scope.ts'

const QUICK_MS = 1000
/** The isolate's own baseline comes on top of what a problem allows. */
const BASE_MB = 16
/** Where there may be a number that JavaScript's do not hold. Looked for out here: in there, the pattern is compiled anew. */
const LONG_NUMBER = /\d{16}/
/** Timers that fire for one run; more of them never end. */
const MOST_TICKS = 10_000

/**
 * No puzzle needs them: a compiler more to attack, memory outside the heap, and the only way to wait without working.
 * (V8 wants them there while it sets a context up, so they cannot be missing in the snapshot.)
 */
const REMOVED = ['Atomics', 'SharedArrayBuffer', 'WebAssembly']

export function openSandbox(_context: SandboxContext, file = 'solution.js'): Sandbox {
  const start = (task: Task): Session => {
    const prepared = takeIsolate(Math.max(8, task.limits.memoryMb + BASE_MB))
    const { isolate } = prepared
    let unused: World | undefined = prepared.world
    let act: Act = unused.act
    let scope: Scope | undefined
    let peakKb = 0

    /** Code at top level begins in a world of its own. */
    const enter = (input: string): void => {
      const world = unused ?? createWorld(isolate)
      unused = undefined
      act = world.act
      act('begin', undefined, task.limits.outputBytes, input, 'harness', ...REMOVED)
      scope = openScope(isolate, world.context, file)
    }

    /** What is printed comes out with the body, in a line of its own; after a stop it is asked for. */
    const streamsOf = (said: string | undefined): Omit<SandboxResult, 'end' | 'body'> & { overflowed?: boolean } => {
      if (said === '' || isolate.isDisposed) return { printed: '', complained: '' }
      try {
        const { printed, complained, overflowed } = JSON.parse((said ?? String(act('take', QUICK_MS))) || '{}') as {
          printed?: string
          complained?: string
          overflowed?: boolean
        }
        return { printed: String(printed ?? ''), complained: String(complained ?? ''), overflowed: overflowed === true }
      } catch {
        return { printed: '', complained: '' }
      }
    }

    const resultOf = (outcome: { body?: string; end?: SandboxEnd }, said: string | undefined): SandboxResult => {
      const { overflowed, ...streams } = streamsOf(said)
      return overflowed === true ? { end: 'output', ...streams } : { ...outcome, ...streams }
    }

    const answered = (answer: string | undefined): SandboxResult => {
      if (answer === undefined) return resultOf({ end: 'never' }, undefined)
      const [body, said] = answer.split('\n', 2)
      return resultOf({ body: body! }, said)
    }

    /** Ends of the sandbox's own, and what was printed until then. */
    const guarded = (work: () => string | undefined): SandboxResult => {
      let answer: string | undefined
      try {
        answer = work()
      } catch (error) {
        const end = endOf(isolate, error)
        // A promise that was rejected while nobody waited for it comes out here, with the player's words and lines.
        const body = end === 'crash' ? describeOutside(error) : undefined
        return resultOf(body === undefined ? { end } : { body }, undefined)
      }
      return answered(answer)
    }

    /** Loads the code at top level and lets its timers run out. */
    const load = (timeoutMs: number): string | undefined => {
      const deadline = performance.now() + timeoutMs
      const failed = scope!.load(task.source, timeoutMs, (error) => String(act('thrown', QUICK_MS, error)))
      if (failed !== undefined) return failed
      for (let ticks = 0; ticks < MOST_TICKS; ticks++) {
        const more = act('pump', Math.max(1, deadline - performance.now()))
        if (typeof more === 'string') return more
        if (more !== true) return '{"end":"done"}'
        if (performance.now() > deadline) throw new Error(TIMED_OUT)
      }
      return undefined
    }

    /** Waits for a promise as long as microtasks or timers can still settle it. */
    const settled = (answer: unknown, deadline: number): string | undefined => {
      for (let now = answer, idle = 0; ;) {
        if (typeof now === 'string') return now
        if (now === false && idle++ > 1) return undefined
        if (performance.now() > deadline) throw new Error(TIMED_OUT)
        now = act('tick', Math.max(1, deadline - performance.now()))
      }
      return undefined
    }

    const actOn = (what: Exclude<TaskCase, { do: 'script' }>, timeoutMs: number): string | undefined => {
      const deadline = performance.now() + timeoutMs
      if (what.do === 'eval') return settled(scope!.evaluate(what.text, timeoutMs, act), deadline)
      const lookup = scope!.lookup(what.do === 'call' ? task.entry! : what.name)
      const args = what.do === 'call' ? [what.args, what.show, LONG_NUMBER.test(what.args)] : [what.show]
      const answer = lookup === undefined ? '?undefined' : act(what.do, timeoutMs, lookup.derefInto(), ...args)
      return typeof answer === 'string' && answer.startsWith('?') ? missing(answer) : settled(answer, deadline)
    }

    /** The entry is not there, or is no function. */
    const missing = (answer: string): string =>
      JSON.stringify({
        end: 'missing',
        names: namesIn(task.source),
        is: answer === '?undefined' ? undefined : answer.slice(1, 20),
      })

    const actOnAll = (calls: Call[], timeoutMs: number): SandboxResult[] => {
      const deadline = performance.now() + timeoutMs
      const lookup = scope!.lookup(task.entry!)!
      const shows = calls.map(({ show }) => (show ? '1' : '0')).join('')
      const texts = calls.map(({ args }) => args)
      const exact = texts.some((text) => LONG_NUMBER.test(text))
      const lines = String(act('calls', timeoutMs, lookup.derefInto(), shows, exact, ...texts)).split('\n')
      return calls.slice(0, lines.length / 2).map((_, i) => {
        const body = lines[2 * i]!
        if (body === 'wait') return answered(settled(undefined, deadline))
        return body.startsWith('?') ? answered(missing(body)) : resultOf({ body }, lines[2 * i + 1])
      })
    }

    return {
      load(timeoutMs) {
        enter('')
        return guarded(() => load(timeoutMs))
      },
      run(what, timeoutMs) {
        if (what.do !== 'script') return guarded(() => actOn(what, timeoutMs))
        enter(what.stdin)
        return guarded(() => load(timeoutMs))
      },
      runTogether(calls, timeoutMs) {
        try {
          return actOnAll(calls, timeoutMs)
        } catch {
          return undefined
        }
      },
      memoryKb() {
        if (!isolate.isDisposed) peakKb = Math.round(isolate.getHeapStatisticsSync().used_heap_size / 1024)
        return peakKb
      },
      end() {
        if (!isolate.isDisposed) isolate.dispose()
        prepareSpare(prepared.memoryMb)
      },
    }
  }

  return {
    start,
    warmUp() {
      const limits = { caseMs: 1000, totalMs: 1000, memoryMb: 32, outputBytes: 1000 }
      const session = start({
        id: 0,
        language: 'javascript',
        source: 'const f = (x) => x',
        entry: 'f',
        shapes: null,
        script: false,
        cases: [],
        limits,
      })
      session.load(QUICK_MS)
      session.run({ do: 'call', args: '[1]', show: true }, QUICK_MS)
      session.end()
    },
  }
}

const TIMED_OUT = 'Script execution timed out.'

function endOf(isolate: ivm.Isolate, error: unknown): NonNullable<SandboxResult['end']> {
  if (isolate.isDisposed) return 'memory'
  return error instanceof Error && error.message === TIMED_OUT ? 'time' : 'crash'
}

/** Names a source declares, as far as a glance tells: only for "did you mean". */
const namesIn = (source: string): string[] =>
  [
    ...new Set(
      [...source.matchAll(/\b(?:function\*?|const|let|var|class)\s+([A-Za-z_$][\w$]*)/g)].map((match) => match[1]!),
    ),
  ].slice(0, 10)
