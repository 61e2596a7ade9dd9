// Reads and rewrites the interpreter's WebAssembly binary, section by section. Nothing about this particular binary is
// written down here: what is needed of it is found in it, and `test/judge/binary.test.ts` fails when a version moves it.

const SECTION = { import: 2, table: 4, memory: 5, global: 6, export: 7 } as const
const KIND = { function: 0, table: 1, memory: 2, global: 3, tag: 4 } as const
const CONSTANT_END = 0x0b

export type BinaryFacts = {
  /** Indexes of the globals that running code can change, the imported ones left out. */
  mutableGlobals: number[]
  tables: number
  importedGlobals: number
  memory: { minPages: number; maxPages: number }
  exports: Map<string, { kind: number; index: number }>
}

class Reader {
  at: number
  readonly bytes: Uint8Array
  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes
    this.at = at
  }

  byte(): number {
    const value = this.bytes[this.at++]
    if (value === undefined) throw new Error('the WebAssembly binary ends too early')
    return value
  }

  /** An unsigned number in LEB128. */
  number(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte()
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
  }

  text(): string {
    const length = this.number()
    const text = String.fromCharCode(...this.bytes.subarray(this.at, this.at + length))
    this.at += length
    return text
  }

  valueType(): void {
    const type = this.byte()
    if (type === 0x63 || type === 0x64) this.number()
  }

  limits(): { min: number; max: number } {
    const flags = this.number()
    const min = this.number()
    return { min, max: (flags & 1) === 1 ? this.number() : Infinity }
  }

  /** Skips a constant expression: the initial value of a global. */
  constant(): void {
    for (;;) {
      const operation = this.byte()
      if (operation === CONSTANT_END) return
      if (operation === 0x43) this.at += 4
      else if (operation === 0x44) this.at += 8
      else if ([0x23, 0x41, 0x42, 0xd0, 0xd2].includes(operation)) this.number()
      else if (operation !== 0x6a && operation !== 0x6b) throw new Error(`unknown constant operation ${operation}`)
    }
  }
}

function* sections(bytes: Uint8Array): Generator<{ id: number; head: number; start: number; end: number }> {
  const magic = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
  if (!magic.every((byte, i) => bytes[i] === byte)) throw new Error('not a WebAssembly binary of version 1')
  const reader = new Reader(bytes, 8)
  while (reader.at < bytes.length) {
    const head = reader.at
    const id = reader.byte()
    const length = reader.number()
    yield { id, head, start: reader.at, end: reader.at + length }
    reader.at += length
  }
}

export function readBinary(bytes: Uint8Array): BinaryFacts {
  const facts: BinaryFacts = {
    mutableGlobals: [],
    tables: 0,
    importedGlobals: 0,
    memory: { minPages: 0, maxPages: 0 },
    exports: new Map(),
  }
  for (const { id, start } of sections(bytes)) {
    const reader = new Reader(bytes, start)
    if (id === SECTION.import) readImports(reader, facts)
    else if (id === SECTION.table) {
      for (let n = reader.number(); n > 0; n--) {
        reader.valueType()
        reader.limits()
        facts.tables++
      }
    } else if (id === SECTION.memory) {
      if (reader.number() !== 1) throw new Error('expected one memory')
      const { min, max } = reader.limits()
      facts.memory = { minPages: min, maxPages: max }
    } else if (id === SECTION.global) {
      const count = reader.number()
      for (let i = 0; i < count; i++) {
        reader.valueType()
        if (reader.byte() === 1) facts.mutableGlobals.push(facts.importedGlobals + i)
        reader.constant()
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

function readImports(reader: Reader, facts: BinaryFacts): void {
  for (let n = reader.number(); n > 0; n--) {
    reader.text()
    reader.text()
    const kind = reader.byte()
    if (kind === KIND.function) reader.number()
    else if (kind === KIND.global) {
      reader.valueType()
      reader.byte()
      facts.importedGlobals++
    } else if (kind === KIND.tag) {
      reader.byte()
      reader.number()
    } else throw new Error(`the binary imports something of kind ${kind}, which this host does not have`)
  }
}

const encode = (n: number): number[] => {
  const bytes = []
  do {
    const low = n % 128
    n = Math.floor(n / 128)
    bytes.push(n > 0 ? low + 128 : low)
  } while (n > 0)
  return bytes
}
const encodeText = (text: string): number[] => [...encode(text.length), ...[...text].map((c) => c.charCodeAt(0))]

/** Names under which the rewritten binary exports what running code can change. */
export const stateNames = (facts: BinaryFacts): { globals: string[]; tables: string[] } => ({
  globals: facts.mutableGlobals.map((index) => `outdo:global:${index}`),
  tables: Array.from({ length: facts.tables }, (_, index) => `outdo:table:${index}`),
})

/**
 * The binary with a memory of the wanted size (64 KB pages) and with every mutable global and every table exported, so
 * that the rewind can put them back.
 */
export function prepareBinary(
  bytes: Uint8Array,
  facts: BinaryFacts,
  memory: { minPages: number; maxPages: number },
): ArrayBuffer {
  const names = stateNames(facts)
  const extra = [
    ...facts.mutableGlobals.map((index, i) => [...encodeText(names.globals[i]!), KIND.global, ...encode(index)]),
    ...names.tables.map((name, index) => [...encodeText(name), KIND.table, ...encode(index)]),
  ]
  const parts: Uint8Array[] = [bytes.subarray(0, 8)]
  const section = (id: number, ...body: (Uint8Array | number[])[]): void => {
    const length = body.reduce((sum, part) => sum + part.length, 0)
    parts.push(Uint8Array.from([id, ...encode(length)]), ...body.map((part) => Uint8Array.from(part)))
  }
  for (const { id, head, start, end } of sections(bytes)) {
    if (id === SECTION.memory) section(id, [1, 1], encode(memory.minPages), encode(memory.maxPages))
    else if (id === SECTION.export) {
      const reader = new Reader(bytes, start)
      const count = reader.number()
      section(id, encode(count + extra.length), bytes.subarray(reader.at, end), ...extra)
    } else parts.push(bytes.subarray(head, end))
  }
  return joined(parts)
}

function joined(parts: Uint8Array[]): ArrayBuffer {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all.buffer
}
