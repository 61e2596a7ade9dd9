import type { Machine } from './machine.ts'

const PAGE = 65_536

/** What an image is besides its bytes. Written once at build time; read from the cache, never from linear memory. */
export type ImageState = {
  pages: number
  /** Every mutable global of the binary, by the name under which it was exported. */
  globals: Record<string, number>
  /** Length of every table. */
  tables: Record<string, number>
  /** The address of the harness's function that steps call. */
  harness: number
}

type Named = Record<string, WebAssembly.Global & WebAssembly.Table>

/** The used part of linear memory and the state that lives beside it. */
export function takeImage(
  machine: Machine,
  names: { globals: string[]; tables: string[] },
  harness: number,
): { bytes: Uint8Array; state: ImageState } {
  const exports = machine.exports as unknown as Named
  const pages = Math.ceil((machine.exports.sbrk(0) >>> 0) / PAGE)
  const bytes = new Uint8Array(pages * PAGE)
  bytes.set(machine.memory.read(0, bytes.length))
  return {
    bytes,
    state: {
      pages,
      harness,
      globals: Object.fromEntries(names.globals.map((name) => [name, exports[name]!.value])),
      tables: Object.fromEntries(names.tables.map((name) => [name, exports[name]!.length])),
    },
  }
}

/** Gives a fresh instance's tables the length they had; their entries are the binary's own and the trampoline. */
export function growTables(machine: Machine, state: ImageState): void {
  const exports = machine.exports as unknown as Named
  for (const [name, length] of Object.entries(state.tables)) {
    const table = exports[name]!
    if (table.length < length) table.grow(length - table.length)
  }
}

/**
 * Puts the interpreter back to the image: all of linear memory (what lies behind the image is cleared, or hidden inputs
 * would stay), every global, files, output. Answers whether the instance is as good as new; it is not when memory or a
 * table grew beyond its start, because those never shrink.
 */
export function rewind(machine: Machine, image: Uint8Array, state: ImageState, startBytes: number): boolean {
  const exports = machine.exports as unknown as Named
  machine.memory.rewind(image)
  for (const [name, value] of Object.entries(state.globals)) exports[name]!.value = value
  machine.reset()
  return (
    machine.memory.byteLength === startBytes &&
    Object.entries(state.tables).every(([name, length]) => exports[name]!.length === length)
  )
}
