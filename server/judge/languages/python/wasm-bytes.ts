// Reading and writing WebAssembly's binary format, as far as a rewrite needs it.

export const VALUE = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const
/** What the type of a function begins with. */
export const FUNCTION_TYPE = 0x60

/** Reads a binary byte by byte; throws where it ends too early. */
export class Reader {
  at: number
  readonly bytes: Uint8Array
  constructor(bytes: Uint8Array, at = 0) {
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

  /** A signed number of 32 bits in LEB128. */
  signed(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte()
      value |= (byte & 127) << shift
      if (byte >= 128) continue
      return shift < 25 && (byte & 64) !== 0 ? value | (-1 << (shift + 7)) : value
    }
  }

  text(): string {
    const length = this.number()
    const text = String.fromCharCode(...this.bytes.subarray(this.at, this.at + length))
    this.at += length
    return text
  }

  limits(): { min: number; max: number } {
    const flags = this.number()
    const min = this.number()
    return { min, max: (flags & 1) === 1 ? this.number() : Infinity }
  }

  skip(bytes: number): void {
    this.at += bytes
  }

  /** Numbers in LEB128, of whatever sign and size. */
  skipNumbers(count: number): void {
    for (; count > 0; count--) while (this.byte() >= 128);
  }

  /** A vector of such numbers. */
  skipVector(): void {
    this.skipNumbers(this.number())
  }

  skipValueType(): void {
    const type = this.byte()
    if (namesHeapType(type)) this.skipNumbers(1)
  }

  /** The type of a block: nothing, one value, or the index of a function's type. */
  skipBlockType(): void {
    if (namesHeapType(this.bytes[this.at])) this.skipValueType()
    else this.skipNumbers(1)
  }
}

/** A reference to what the next number says. */
const namesHeapType = (type: number | undefined): boolean => type === 0x63 || type === 0x64

export type Section = { id: number; head: number; start: number; end: number }

export function* sections(bytes: Uint8Array): Generator<Section> {
  const magic = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
  if (!magic.every((byte, i) => bytes[i] === byte)) throw new Error('not a WebAssembly binary of version 1')
  const reader = new Reader(bytes, magic.length)
  while (reader.at < bytes.length) {
    const head = reader.at
    const id = reader.byte()
    const length = reader.number()
    yield { id, head, start: reader.at, end: reader.at + length }
    reader.at += length
  }
}

/** Collects bytes; grows as it must. */
export class Writer {
  #bytes: Uint8Array<ArrayBuffer>
  #at = 0

  constructor(room = 64) {
    this.#bytes = new Uint8Array(room)
  }

  get written(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#at)
  }

  get length(): number {
    return this.#at
  }

  #makeRoom(length: number): void {
    if (this.#at + length <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + length))
    larger.set(this.written)
    this.#bytes = larger
  }

  put(...bytes: number[]): this {
    this.#makeRoom(bytes.length)
    for (const byte of bytes) this.#bytes[this.#at++] = byte
    return this
  }

  /** An unsigned number in LEB128. */
  number(n: number): this {
    for (; n >= 128; n = Math.floor(n / 128)) this.put((n % 128) + 128)
    return this.put(n)
  }

  /** A signed number of 32 bits in LEB128. */
  signed(n: number): this {
    n |= 0
    for (; n < -64 || n > 63; n >>= 7) this.put((n & 127) | 128)
    return this.put(n & 127)
  }

  text(text: string): this {
    return this.number(text.length).put(...[...text].map((character) => character.charCodeAt(0)))
  }

  append(bytes: Uint8Array): this {
    this.#makeRoom(bytes.length)
    this.#bytes.set(bytes, this.#at)
    this.#at += bytes.length
    return this
  }

  /** Bytes with their length before them. */
  block(bytes: Uint8Array): this {
    return this.number(bytes.length).append(bytes)
  }
}
