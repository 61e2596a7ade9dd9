import { join } from 'node:path'
import ivm from 'isolated-vm'
import { asOneScript, readModules, stripModules } from '../inside-isolate.ts'

/** Calls what `inside/main.ts` names. What runs none of the player's code needs no time limit. */
export type Act = (name: string, timeoutMs: number | undefined, ...args: unknown[]) => unknown

/** A fresh isolate with the harness in it, and nobody's code yet. */
type Prepared = { isolate: ivm.Isolate; memoryMb: number; world: World }
export type World = { context: ivm.Context; act: Act }

/**
 * Each isolate begins as this snapshot: the harness is there without being read, compiled and set up again. What a
 * submission makes it do most is done once while the snapshot is made, in another context, so that its bytecode is in.
 */
let harnessSnapshot: ReturnType<typeof makeSnapshot> | undefined

const WARM_UP = `
  const f = (x) => x
  harness('begin', 65536, '', 'nothing')
  for (const args of ['[1]', '["x",[1,2],{"a":null}]']) harness('call', () => f, args, true, false)
  harness('call', () => (x) => [x, true, { a: 'b', c: 1.5 }], '[1]', true, false)
  harness('call', () => undefined, '[1]', false, false)
  harness('call', () => () => { console.log('hello', 1); throw new TypeError('x') }, '[]', true, false)
  harness('calls', () => f, '10', false, '[1]', '["x"]')
  harness('pump')
  harness('take')`

function makeSnapshot() {
  const modules = stripModules(readModules(join(import.meta.dirname, 'inside')))
  const code = `globalThis.harness = ${asOneScript(modules, 'main.ts')}.createHarness()`
  return ivm.Isolate.createSnapshot([{ code }], WARM_UP)
}

/** Made while nobody waits, for whoever comes next. It never served anybody. */
let spare: Prepared | undefined

function prepareIsolate(memoryMb: number): Prepared {
  const isolate = new ivm.Isolate({ memoryLimit: memoryMb, snapshot: (harnessSnapshot ??= makeSnapshot()) })
  return { isolate, memoryMb, world: createWorld(isolate) }
}

/** The spare one, where it has the wanted size. It is the caller's to dispose of. */
export function takeIsolate(memoryMb: number): Prepared {
  const ready = spare
  spare = undefined
  if (ready?.memoryMb === memoryMb) return ready
  ready?.isolate.dispose()
  return prepareIsolate(memoryMb)
}

export function prepareSpare(memoryMb: number): void {
  spare ??= prepareIsolate(memoryMb)
}

/** A context with the harness, which `begin` takes out of the global scope: the player's code never sees it there. */
export function createWorld(isolate: ivm.Isolate): World {
  const context = isolate.createContextSync()
  const harness = context.global.getSync('harness', { reference: true }) as ivm.Reference<unknown>
  const act: Act = (name, timeoutMs, ...args) =>
    harness.applySync(undefined, [name, ...args], {
      ...(timeoutMs === undefined ? {} : { timeout: Math.ceil(timeoutMs) }),
      result: { copy: true },
    })
  return { context, act }
}
