import { prepareBinary, readBinary } from '../../../server/judge/languages/python/binary.ts'
import { LinearMemory } from '../../../server/judge/languages/python/inside/memory.ts'
import { moduleOf, type Code } from './wasm-code.ts'

export const PAGES = 8
export const BYTES = PAGES * 65_536
/** The code can make its memory larger. */
const MOST_PAGES = PAGES + 2

/** What memory is put back to: more than half of it is empty. */
const image = Uint8Array.from({ length: BYTES / 2 }, (_, i) => i % 251)

/** Runs it, then rewinds; answers how many pieces were written to, and which are not as before. */
export function writtenAndLeft(code: Code, args: number[]): { written: number; left: number[] } {
  const plain = moduleOf(code, PAGES)
  const prepared = prepareBinary(plain, readBinary(plain), { minPages: PAGES, maxPages: MOST_PAGES })
  const { f, memory, ...others } = new WebAssembly.Instance(new WebAssembly.Module(prepared.buffer), {}).exports as {
    f: (...args: number[]) => void
    memory: WebAssembly.Memory
    'outdo:marks': WebAssembly.Memory
  }
  const linear = new LinearMemory()
  linear.attach(memory, others['outdo:marks'])
  linear.become(image)
  try {
    f(...args)
  } catch {
    // A trap, or what it threw: what it had written until then counts.
  }
  const written = linear.differences(image).length
  linear.rewind(image)
  return { written, left: linear.differences(image) }
}
