// Reads and rewrites the interpreter's WebAssembly binary, section by section. Nothing about this particular binary is
// written down here: what is needed of it is found in it, and `test/judge/interpreter.test.ts` fails when a version moves it.
import { HELPER_TYPE, helperBodies, markBody, MARKS_PAGES, type Helpers } from './mark-writes.ts'
import { FUNCTION_TYPE, Reader, sections, Writer } from './wasm-bytes.ts'

const SECTION = { type: 1, import: 2, function: 3, table: 4, memory: 5, global: 6, export: 7, code: 10 } as const
const KIND = { function: 0, table: 1, memory: 2, global: 3, tag: 4 } as const
const CONSTANT_END = 0x0b

/** In pages of 64 KB. */
export type MemorySize = { minPages: number; maxPages: number }

export type BinaryFacts = {
  /** Indexes of the globals that running code can change, the imported ones left out. */
  mutableGlobals: number[]
  tables: number
  importedGlobals: number
  importedFunctions: number
  memory: MemorySize
  exports: Map<string, { kind: number; index: number }>
}

export function readBinary(bytes: Uint8Array): BinaryFacts {
  const facts: BinaryFacts = {
    mutableGlobals: [],
    tables: 0,
    importedGlobals: 0,
    importedFunctions: 0,
    memory: { minPages: 0, maxPages: 0 },
    exports: new Map(),
  }
  for (const { id, start } of sections(bytes)) {
    const reader = new Reader(bytes, start)
    if (id === SECTION.import) readImports(reader, facts)
    else if (id === SECTION.table) {
      for (let n = reader.number(); n > 0; n--) {
        reader.skipValueType()
        reader.limits()
        facts.tables++
      }
    } else if (id === SECTION.memory) {
      if (reader.number() === 0) throw new Error('the binary has no memory')
      const { min, max } = reader.limits()
      facts.memory = { minPages: min, maxPages: max }
    } else if (id === SECTION.global) {
      const count = reader.number()
      for (let i = 0; i < count; i++) {
        reader.skipValueType()
        if (reader.byte() === 1) facts.mutableGlobals.push(facts.importedGlobals + i)
        skipConstant(reader)
      }
    } else if (id === SECTION.export) {
      for (let n = reader.number(); n > 0; n--) {
        const name = reader.text()
        facts.exports.set(name, { kind: reader.byte(), index: reader.number() })
      }
    }
  }
  return facts
}

/** Skips a constant expression: the initial value of a global. */
function skipConstant(reader: Reader): void {
  for (;;) {
    const operation = reader.byte()
    if (operation === CONSTANT_END) return
    if (operation === 0x43) reader.skip(4)
    else if (operation === 0x44) reader.skip(8)
    else if ([0x23, 0x41, 0x42, 0xd0, 0xd2].includes(operation)) reader.skipNumbers(1)
    else if (operation !== 0x6a && operation !== 0x6b) throw new Error(`unknown constant operation ${operation}`)
  }
}

function readImports(reader: Reader, facts: BinaryFacts): void {
  for (let n = reader.number(); n > 0; n--) {
    reader.text()
    reader.text()
    const kind = reader.byte()
    if (kind === KIND.function) {
      reader.number()
      facts.importedFunctions++
    } else if (kind === KIND.global) {
      reader.skipValueType()
      reader.byte()
      facts.importedGlobals++
    } else if (kind === KIND.tag) {
      reader.byte()
      reader.number()
    } else throw new Error(`the binary imports something of kind ${kind}, which this host does not have`)
  }
}

/** Names under which the rewritten binary exports what running code can change. */
export const stateNames = (facts: BinaryFacts): { globals: string[]; tables: string[] } => ({
  globals: facts.mutableGlobals.map((index) => `outdo:global:${index}`),
  tables: Array.from({ length: facts.tables }, (_, index) => `outdo:table:${index}`),
})

/** Under this name the rewritten binary exports the memory with its marks. */
const MARKS = 'outdo:marks'

/**
 * The binary with a memory of the wanted size (64 KB pages), with every mutable global and every table exported, so that
 * the rewind can put them back, and with a second memory in which each write to the first leaves its mark, so that the
 * rewind knows where it has to. Nothing that was compiled into the binary names the second memory.
 */
export function prepareBinary(bytes: Uint8Array, facts: BinaryFacts, memory: MemorySize): Uint8Array<ArrayBuffer> {
  const names = stateNames(facts)
  const out = new Writer(bytes.length * 1.3).append(bytes.subarray(0, 8))
  /** A section that is a vector, with more at its end. */
  const longer = (id: number, start: number, end: number, more: Uint8Array[]): void => {
    const reader = new Reader(bytes, start)
    const section = new Writer(end - start + 64).number(reader.number() + more.length)
    section.append(bytes.subarray(reader.at, end))
    for (const item of more) section.append(item)
    out.put(id).block(section.written)
  }
  let params: number[] = []
  let types: number[] = []
  for (const { id, head, start, end } of sections(bytes)) {
    if (id === SECTION.type) {
      params = readTypes(new Reader(bytes, start))
      longer(id, start, end, [Uint8Array.from(HELPER_TYPE)])
    } else if (id === SECTION.function) {
      types = readNumbers(new Reader(bytes, start))
      const helper = new Writer().number(params.length).written
      longer(id, start, end, [helper, helper])
    } else if (id === SECTION.memory) out.put(id).block(memories(memory))
    else if (id === SECTION.export) {
      const item = (name: string, kind: number, index: number): Uint8Array =>
        new Writer().text(name).put(kind).number(index).written
      longer(id, start, end, [
        ...facts.mutableGlobals.map((index, i) => item(names.globals[i]!, KIND.global, index)),
        ...names.tables.map((name, index) => item(name, KIND.table, index)),
        item(MARKS, KIND.memory, 1),
      ])
    } else if (id === SECTION.code) {
      const first = facts.importedFunctions + types.length
      const section = markedCode(new Reader(bytes, start), (i) => params[types[i]!]!, { copy: first, fill: first + 1 })
      out.put(id).block(section)
    } else out.append(bytes.subarray(head, end))
  }
  return out.written.slice()
}

/**
 * The trampoline writes where its caller says whether the call went well. It does so with marks: it imports the memory
 * that holds them as `env.marks`, beside the interpreter's own.
 */
export function markTrampoline(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Writer(bytes.length + 128).append(bytes.subarray(0, 8))
  let params: number[] = []
  let types: number[] = []
  for (const { id, head, start, end } of sections(bytes)) {
    const reader = new Reader(bytes, start)
    if (id === SECTION.type) params = readTypes(reader)
    if (id === SECTION.function) types = readNumbers(reader)
    if (id === SECTION.import) {
      const section = new Writer().number(reader.number() + 1).append(bytes.subarray(reader.at, end))
      out.put(id).block(section.text('env').text('marks').put(KIND.memory, 0).number(MARKS_PAGES).written)
    } else if (id === SECTION.code) out.put(id).block(markedCode(reader, (i) => params[types[i]!]!))
    else out.append(bytes.subarray(head, end))
  }
  return out.written.slice()
}

/** A prepared binary with a memory of another size; it cannot become larger than before. */
export function resizeMemory(prepared: Uint8Array, memory: MemorySize): Uint8Array<ArrayBuffer> {
  const section = [...sections(prepared)].find(({ id }) => id === SECTION.memory)!
  const out = new Writer(prepared.length + 16).append(prepared.subarray(0, section.head))
  return out.put(section.id).block(memories(memory)).append(prepared.subarray(section.end)).written.slice()
}

/** The interpreter's memory and the one with its marks, which never grows. */
function memories({ minPages, maxPages }: MemorySize): Uint8Array {
  const HAS_MOST = 1
  const section = new Writer().put(2, HAS_MOST).number(minPages).number(maxPages)
  return section.put(HAS_MOST).number(MARKS_PAGES).number(MARKS_PAGES).written
}

const readNumbers = (reader: Reader): number[] => Array.from({ length: reader.number() }, () => reader.number())

/** How many parameters each type of function has. */
function readTypes(reader: Reader): number[] {
  return Array.from({ length: reader.number() }, () => {
    if (reader.byte() !== FUNCTION_TYPE) throw new Error('the binary has types other than those of functions')
    const params = reader.number()
    for (let i = 0; i < params; i++) reader.skipValueType()
    for (let results = reader.number(); results > 0; results--) reader.skipValueType()
    return params
  })
}

function markedCode(reader: Reader, paramsOf: (i: number) => number, helpers?: Helpers): Uint8Array {
  const count = reader.number()
  const more = helpers === undefined ? [] : helperBodies()
  const out = new Writer(reader.bytes.length).number(count + more.length)
  for (let i = 0; i < count; i++) {
    const length = reader.number()
    markBody(reader.bytes, reader.at, reader.at + length, paramsOf(i), helpers, out)
    reader.skip(length)
  }
  for (const body of more) out.block(body)
  return out.written
}
