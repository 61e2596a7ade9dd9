import ivm from 'isolated-vm'
import { withCollector } from '../collector.ts'
import { loadInside } from '../inside-isolate.ts'

/** V8's own heap; linear memory is counted apart (see `MOST_PAGES`). */
const HEAP_MB = 256

export type Inside = {
  /** Calls an exported function; compiled modules and buffers held by the isolate go in by reference. */
  create(name: string, ...args: unknown[]): ivm.Reference<Record<string, unknown>>
  release(): void
}

const handedOver = (value: unknown): unknown => (value instanceof ivm.Reference ? value.derefInto() : value)

const moved = (buffer: ArrayBuffer): ivm.Copy<ArrayBuffer> =>
  new ivm.ExternalCopy(buffer, { transferOut: true }).copyInto({ release: true, transferIn: true })

/** An isolate that holds compiled WebAssembly modules and buffers, and hands them to as many contexts as are wanted. */
export class PythonIsolate {
  readonly isolate = new ivm.Isolate({ memoryLimit: HEAP_MB })
  readonly #root = withCollector(() => this.isolate.createContextSync())

  /** Moves a buffer in, once: it is empty out here afterwards. */
  hold(name: string, buffer: ArrayBuffer): ivm.Reference<ArrayBuffer> {
    this.#root.global.setSync(name, moved(buffer))
    return this.#held(name)
  }

  /** Compiles WebAssembly, once; V8 compiles the functions as they are called. */
  compile(name: string, buffer: ArrayBuffer): ivm.Reference<WebAssembly.Module> {
    this.#root.global.setSync('bytes', moved(buffer))
    this.#root.evalSync(`globalThis[${JSON.stringify(name)}] = new WebAssembly.Module(bytes); delete globalThis.bytes`)
    return this.#held(name)
  }

  /** A fresh context with the host's modules in it. */
  open(modules: Record<string, string>): Inside {
    const context = this.isolate.createContextSync()
    const main = loadInside(this.isolate, context, modules, 'main.ts')
    return {
      create: (name, ...args) =>
        main
          .getSync(name, { reference: true })
          .applySync(undefined, args.map(handedOver), { result: { reference: true } }) as ivm.Reference<
          Record<string, unknown>
        >,
      release: () => {
        main.release()
        context.release()
      },
    }
  }

  /** Frees the linear memory of released contexts now rather than some day. */
  collectGarbage(): void {
    this.#root.evalSync('gc()')
  }

  dispose(): void {
    this.isolate.dispose()
  }

  #held<T>(name: string): ivm.Reference<T> {
    return this.#root.global.getSync(name, { reference: true }) as unknown as ivm.Reference<T>
  }
}
