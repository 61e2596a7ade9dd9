import { join } from 'node:path'
import ivm from 'isolated-vm'
import type { Sandbox, SandboxContext, SandboxResult, Session } from '../language.ts'
import { asOneScript, readModules, stripModules } from '../inside-isolate.ts'
import type { Task, TaskCase } from '../../task.ts'
import { openScope, type Scope } from './scope.ts'

type Harness = (name: string, timeoutMs: number, ...args: unknown[]) => unknown

/** Takes the harness out of the global scope, so that the player's code never sees it there. */
const TAKE_HARNESS = '(() => { const { createHarness } = harness; delete globalThis.harness; return createHarness })()'
const QUICK_MS = 1000
/** The isolate's own baseline comes on top of what a problem allows. */
const BASE_MB = 16
/** Timers that fire for one run; more of them never end. */
const MOST_TICKS = 10_000

/** Each isolate begins as this snapshot: the harness is there without being compiled again. */
let harnessSnapshot: ReturnType<typeof makeSnapshot> | undefined

function makeSnapshot() {
  const modules = stripModules(readModules(join(import.meta.dirname, 'inside')))
  return ivm.Isolate.createSnapshot([{ code: `globalThis.harness = ${asOneScript(modules, 'main.ts')}` }])
}

export function openSandbox(_context: SandboxContext, file = 'solution.js'): Sandbox {
  const snapshot = (harnessSnapshot ??= makeSnapshot())
  const start = (task: Task): Session => {
    const isolate = new ivm.Isolate({ memoryLimit: Math.max(8, task.limits.memoryMb + BASE_MB), snapshot })
    let scope: Scope | undefined
    let harness: Harness | undefined
    let peakKb = 0
    let spentMs = 0

    const enter = (): Harness => {
      const context = isolate.createContextSync()
      const made = context.evalSync(TAKE_HARNESS, { reference: true }) as unknown as ivm.Reference<unknown>
      const object = made.applySync(undefined, [task.limits.outputBytes], {
        result: { reference: true },
      }) as ivm.Reference<Record<string, unknown>>
      scope = openScope(isolate, context, file)
      return (harness = (name, timeoutMs, ...args) =>
        (object.getSync(name, { reference: true }) as ivm.Reference<unknown>).applySync(undefined, args, {
          timeout: Math.ceil(timeoutMs),
          result: { copy: true },
        }))
    }

    /** Ends of the sandbox's own, and what was printed until then. */
    const guarded = (work: () => string | undefined): SandboxResult => {
      let result: Omit<SandboxResult, 'printed' | 'complained'>
      try {
        const body = work()
        result = body === undefined ? { end: 'never' } : { body }
      } catch (error) {
        result = { end: endOf(isolate, error) }
      }
      if (isolate.isDisposed) return { ...result, printed: '', complained: '' }
      try {
        const { printed, complained, overflowed } = JSON.parse(String(harness!('take', QUICK_MS))) as {
          printed: string
          complained: string
          overflowed: boolean
        }
        return {
          ...result,
          printed: String(printed),
          complained: String(complained),
          ...(overflowed ? { end: 'output', body: undefined } : {}),
        }
      } catch {
        return { ...result, printed: '', complained: '' }
      }
    }

    /** Loads the code at top level and lets its timers run out. */
    const load = (timeoutMs: number): string | undefined => {
      const deadline = performance.now() + timeoutMs
      const failed = scope!.load(task.source, timeoutMs, (error) => String(harness!('thrown', QUICK_MS, error)))
      if (failed !== undefined) return failed
      for (let ticks = 0; ticks < MOST_TICKS; ticks++) {
        const more = harness!('pump', Math.max(1, deadline - performance.now()))
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
        now = harness!('tick', Math.max(1, deadline - performance.now()))
      }
      return undefined
    }

    const act = (what: Exclude<TaskCase, { do: 'script' }>, timeoutMs: number): string | undefined => {
      const deadline = performance.now() + timeoutMs
      if (what.do === 'eval') return settled(scope!.evaluate(what.text, timeoutMs, harness!), deadline)
      const name = what.do === 'call' ? task.entry! : what.name
      const found = scope!.find(name, harness!)
      if (found === undefined || (what.do === 'call' && found.typeof !== 'function')) {
        return JSON.stringify({ end: 'missing', names: namesIn(task.source), is: found?.typeof })
      }
      const args = what.do === 'call' ? [what.args, what.show] : [what.show]
      return settled(harness!(what.do, timeoutMs, found.derefInto(), ...args), deadline)
    }

    return {
      load(timeoutMs) {
        enter()
        return guarded(() => load(timeoutMs))
      },
      run(what, timeoutMs) {
        if (what.do !== 'script') return guarded(() => act(what, timeoutMs))
        enter()
        harness!('input', QUICK_MS, what.stdin)
        return guarded(() => load(timeoutMs))
      },
      memoryKb() {
        if (!isolate.isDisposed) peakKb = Math.round(isolate.getHeapStatisticsSync().used_heap_size / 1024)
        return peakKb
      },
      cpuMs() {
        if (!isolate.isDisposed) spentMs = Number(isolate.cpuTime) / 1e6
        return spentMs
      },
      end() {
        if (!isolate.isDisposed) isolate.dispose()
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
