import { put } from './call.ts'
import type { Exports } from './exports.ts'
import type { Machine } from './machine.ts'
import { ascii } from './text.ts'

const align16 = (n: number): number => (n + 15) & ~15

/** The C function that calls through a mistyped pointer, as a module of its own; answers its place in the function table. */
export function installTrampoline(exports: Exports, trampoline: WebAssembly.Module): number {
  const table = exports.__indirect_function_table
  const index = table.grow(1)
  const instance = new WebAssembly.Instance(trampoline, {
    env: { memory: exports.memory, marks: exports['outdo:marks'], __indirect_function_table: table },
  })
  table.set(index, (instance.exports as { trampoline_call: unknown }).trampoline_call)
  return index
}

/**
 * Takes C modules out of the table of built-in ones, pairs of { name, init function }. This must happen before the
 * interpreter starts: it copies the table.
 */
function removeBuiltins({ exports, memory }: Machine, unwanted: readonly string[]): void {
  let at = memory.u32(exports.PyImport_Inittab.value)
  let kept = at
  for (; memory.u32(at) !== 0; at += 8) {
    if (unwanted.includes(memory.text(memory.u32(at)))) continue
    memory.setU32(kept, memory.u32(at))
    memory.setU32(kept + 4, memory.u32(at + 4))
    kept += 8
  }
  for (; kept < at; kept += 8) memory.setU64(kept, 0)
}

/**
 * The binary reserves more than ten megabytes for its stack, all of which would be part of the image. Before anything
 * has run, stack and heap can still be moved down to where static data ends.
 */
function placeStack({ exports, memory }: Machine, stackBytes: number): { low: number; high: number } {
  exports.emscripten_stack_init()
  const low = align16(exports.__stack_low.value)
  const high = align16(low + stackBytes)
  exports.__stack_pointer.value = high
  exports.emscripten_stack_set_limits(high, low)
  memory.setU32(exports.emscripten_get_sbrk_ptr(), high)
  return { low, high }
}

/** Starts CPython through its public C API, in a fresh instance. */
export function boot(
  machine: Machine,
  trampoline: WebAssembly.Module,
  options: { stackBytes: number; without: readonly string[] },
): void {
  const { exports, memory } = machine
  const name = (text: string): number => put(machine, ascii(text))

  exports.__wasm_apply_data_relocs?.()
  const stack = placeStack(machine, options.stackBytes)
  const trampolineIndex = installTrampoline(exports, trampoline)
  exports.__wasm_call_ctors()
  exports.emscripten_stack_set_limits(stack.high, stack.low)
  memory.setU32(
    exports._PyRuntime.value + memory.u32(exports._PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET.value),
    trampolineIndex,
  )
  removeBuiltins(machine, options.without)

  const config = exports.PyInitConfig_Create()
  const check = (result: number): void => {
    if (result >= 0) return
    const message = put(machine, new Uint8Array(4))
    exports.PyInitConfig_GetError(config, message)
    throw new Error(`Python does not start: ${memory.text(memory.u32(message))}`)
  }
  const numbers = {
    use_environment: 0,
    install_signal_handlers: 0,
    write_bytecode: 0,
    site_import: 0,
    use_hash_seed: 1,
    hash_seed: 0,
    utf8_mode: 1,
  }
  for (const [key, value] of Object.entries(numbers))
    check(exports.PyInitConfig_SetInt(config, name(key), BigInt(value)))
  for (const [key, value] of Object.entries({ home: '/', program_name: '/python' }))
    check(exports.PyInitConfig_SetStr(config, name(key), name(value)))
  const paths = put(machine, new Uint8Array(4))
  memory.setU32(paths, name('/lib/python314.zip'))
  check(exports.PyInitConfig_SetStrList(config, name('module_search_paths'), 1, paths))
  check(exports.Py_InitializeFromInitConfig(config))
}
