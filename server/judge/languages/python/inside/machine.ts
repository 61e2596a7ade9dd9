import { clockCalls } from './clock.ts'
import { Descriptors } from './descriptors.ts'
import { errno } from './errno.ts'
import type { Exports } from './exports.ts'
import { fileCalls } from './file-calls.ts'
import { baseTree, Files } from './files.ts'
import { LinearMemory } from './memory.ts'
import { Random } from './random.ts'
import { Stop } from './stop.ts'
import { Streams } from './streams.ts'

type Import = (...args: never[]) => unknown

const ENVIRONMENT = ['HOME=/tmp', 'PATH=/', 'LANG=C.UTF-8']
const EAI_FAIL = -4

export type Machine = ReturnType<typeof createMachine>

/**
 * The computer that the interpreter believes it runs on: memory, files, streams, clock. About ninety of the binary's
 * imports do something; every other one refuses. Nothing here leads out of the isolate.
 */
export function createMachine(
  module: WebAssembly.Module,
  library: ArrayBuffer,
  options: { limitPages: number; mostFileBytes: number },
) {
  const memory = new LinearMemory()
  const descriptors = new Descriptors()
  const files = new Files(baseTree(library), options.mostFileBytes, () => descriptors.nodes())
  const streams = new Streams()
  const random = new Random()
  const fileSystem = fileCalls({ memory, files, descriptors, streams, random })
  let limitPages = options.limitPages
  let starved = false

  const stop = (kind: 'exit' | 'abort') => (): never => {
    throw new Stop(kind)
  }
  const nothing = (): void => {}
  const zero = (): number => 0
  const indirect = (index: number): Import => exports.__indirect_function_table.get(index >>> 0) as Import

  const calls: Record<string, Import> = {
    ...fileSystem.calls,
    ...clockCalls(memory),
    random_get: (at: number, length: number): number => {
      random.fill(memory, at, length)
      return 0
    },
    environ_sizes_get: (count: number, bytes: number): number => {
      memory.setU32(count, ENVIRONMENT.length)
      memory.setU32(bytes, ENVIRONMENT.join('\0').length + 1)
      return 0
    },
    environ_get: (pointers: number, text: number): number => {
      let at = text
      ENVIRONMENT.forEach((entry, i) => {
        memory.setU32(pointers + 4 * i, at)
        memory.setText(at, `${entry}\0`)
        at += entry.length + 1
      })
      return 0
    },
    emscripten_get_heap_max: (): number => limitPages * 65_536,
    emscripten_resize_heap: (wanted: number): number => {
      if (memory.grow(wanted >>> 0, limitPages)) return 1
      starved = true
      return 0
    },
    proc_exit: stop('exit'),
    exit: stop('exit'),
    _abort_js: stop('abort'),
    __assert_fail: stop('abort'),
    emscripten_runtime_keepalive_push: nothing,
    emscripten_runtime_keepalive_pop: nothing,
    _emscripten_runtime_keepalive_clear: nothing,
    _Py_CheckEmscriptenSignals_Helper: zero,
    _Py_emscripten_runtime: zero,
    can_run_sync_js: zero,
    _PyEM_TrampolineCall_JS: (f: number, self: number, args: number, keywords: number): unknown =>
      indirect(f)(...([self, args, keywords] as never[])),
    __call_sighandler: (f: number, signal: number): unknown => indirect(f)(...([signal] as never[])),
    _emscripten_get_progname: (out: number): void => memory.setText(out, '\0'),
    // What a learner may call by habit fails with an ordinary error of Python's.
    _emscripten_system: (): number => -errno.EPERM,
    getaddrinfo: (): number => EAI_FAIL,
    getnameinfo: (): number => EAI_FAIL,
    getprotobyname: zero,
    _munmap_js: zero,
    _mmap_js: (): number => -errno.ENOSYS,
    _dlsym_js: zero,
    _dlopen_js: zero,
    _emscripten_lookup_name: zero,
    // Asked for while the interpreter starts, although nothing of the bridge is ever used.
    Jsv_GetError_import: () => null,
    JsvError_Check: zero,
    JsvNoValue_Check: zero,
    __hiwire_deduplicate_new: () => null,
    _try_fcntl64: zero,
    _try_shutdown: zero,
    _maybe_poll_async: () => null,
    _maybe_connect_async: () => null,
    _maybe_recvfrom_async: () => null,
    _maybe_sendto_async: () => null,
  }

  const refusal = (module: string, name: string): Import => {
    if (name.startsWith('__syscall_')) return () => -errno.EPERM
    if (module !== 'env') return () => errno.EPERM
    return () => {
      throw new Stop('refused', name)
    }
  }

  const imports: Record<string, Record<string, unknown>> = {}
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    const group = (imports[from] ??= {})
    // The only imported globals are addresses of functions that no build of Python without graphics has.
    if (kind === 'global') group[name] = new WebAssembly.Global({ value: 'i32', mutable: true }, 0)
    else group[name] = calls[name] ?? refusal(from, name)
  }
  const exports = new WebAssembly.Instance(module, imports).exports as Exports
  memory.attach(exports.memory, exports['outdo:marks'])

  return {
    exports,
    memory,
    files,
    streams,
    /** Whether memory was refused since the last reset. */
    isStarved: (): boolean => starved,
    limitMemory(pages: number): void {
      limitPages = pages
    },
    /** Everything a run can have changed outside linear memory, the binary's globals aside (the image restores those). */
    reset(): void {
      starved = false
      files.reset()
      descriptors.reset()
      streams.reset()
      random.reset()
      fileSystem.reset()
    },
  }
}
