import { COVERED_BYTES, PIECE_BITS, WIDEST_WRITE } from './marks.ts'

const PAGE = 65_536
const PIECE = 1 << PIECE_BITS
/** A marked piece may have been written over its end by this much. */
const REACH = COVERED_BYTES + WIDEST_WRITE

/**
 * The interpreter's linear memory. Whatever is read here may have been written by a submission: addresses and lengths
 * are taken as unsigned and clamped to the memory, and nothing read decides what the rewind does. Beside it lie the
 * marks, a byte for each piece that was written to since the last rewind, where the interpreter's own stores cannot
 * reach. Every write from this side goes through here, and marks too.
 */
export class LinearMemory {
  #memory: WebAssembly.Memory | undefined
  #bytes = new Uint8Array(0)
  #view = new DataView(new ArrayBuffer(0))
  #marks = new Uint8Array(0)
  /** The same, eight at a time. */
  #manyMarks = new BigUint64Array(0)

  attach(memory: WebAssembly.Memory, marks: WebAssembly.Memory): void {
    this.#memory = memory
    this.#marks = new Uint8Array(marks.buffer)
    this.#manyMarks = new BigUint64Array(marks.buffer)
    this.#look()
  }

  /** Growth detaches the old buffer: a view is looked up again each time it is needed. */
  #look(): void {
    const buffer = this.#memory!.buffer
    if (this.#bytes.buffer === buffer && this.#bytes.length > 0) return
    this.#bytes = new Uint8Array(buffer)
    this.#view = new DataView(buffer)
  }

  get #now(): Uint8Array {
    this.#look()
    return this.#bytes
  }

  get byteLength(): number {
    return this.#now.length
  }

  get pages(): number {
    return this.byteLength / PAGE
  }

  /** Grows to hold `wanted` bytes and some more, within `limitPages`; false when it may not. */
  grow(wanted: number, limitPages: number): boolean {
    const now = this.pages
    const some = now + 64
    const pages = Math.min(limitPages, Math.max(Math.ceil(wanted / PAGE), some))
    if (wanted > limitPages * PAGE || pages <= now) return false
    try {
      this.#memory!.grow(pages - now)
    } catch {
      return false
    }
    return true
  }

  u32(at: number): number {
    this.#look()
    return this.#view.getUint32(at >>> 0, true)
  }

  i32(at: number): number {
    this.#look()
    return this.#view.getInt32(at >>> 0, true)
  }

  /** A look at the bytes, not a copy; as many as there are. */
  read(at: number, length: number): Uint8Array {
    return this.#now.subarray(at >>> 0, (at >>> 0) + (length >>> 0))
  }

  /** Bytes up to the first zero, one character each: paths stay byte-exact. */
  text(at: number, most = 4096): string {
    const bytes = this.#now
    let text = ''
    for (let i = at >>> 0; i < bytes.length && text.length < most && bytes[i] !== 0; i++)
      text += String.fromCharCode(bytes[i]!)
    return text
  }

  #writable(at: number, length: number): DataView {
    this.#look()
    this.#marks.fill(1, Math.floor(at / PIECE), Math.floor((at + length) / PIECE) + 1)
    return this.#view
  }

  setU8(at: number, value: number): void {
    this.#writable(at >>> 0, 1).setUint8(at >>> 0, value)
  }

  setU16(at: number, value: number): void {
    this.#writable(at >>> 0, 2).setUint16(at >>> 0, value, true)
  }

  setU32(at: number, value: number): void {
    this.#writable(at >>> 0, 4).setUint32(at >>> 0, value, true)
  }

  setU64(at: number, value: number | bigint): void {
    this.#writable(at >>> 0, 8).setBigUint64(at >>> 0, BigInt(value), true)
  }

  /** Throws a RangeError where there is no room. */
  write(at: number, bytes: Uint8Array): void {
    this.#writable(at >>> 0, bytes.length)
    this.#bytes.set(bytes, at >>> 0)
  }

  /** Writes one byte per character and no zero at the end. */
  setText(at: number, text: string): void {
    this.write(
      at,
      Uint8Array.from(text, (character) => character.charCodeAt(0)),
    )
  }

  clear(at: number, length: number): void {
    this.#writable(at >>> 0, length >>> 0)
    this.#bytes.fill(0, at >>> 0, (at >>> 0) + (length >>> 0))
  }

  /** Makes it what the image says, and zero behind it, whatever was written. */
  become(image: Uint8Array): void {
    const bytes = this.#now
    bytes.set(image)
    bytes.fill(0, image.length)
    this.#marks.fill(0)
  }

  /** Makes what was written to since the last time what the image says again, and zero behind it. */
  rewind(image: Uint8Array): void {
    const bytes = this.#now
    const pieces = bytes.length / PIECE
    // An address near the end of what 32 bits hold is marked there, and goes round to the beginning.
    this.#marks[0] = 1
    for (let i = 0; i < pieces;) {
      if (i % 8 === 0 && this.#manyMarks[i / 8] === 0n) {
        i += 8
        continue
      }
      if (this.#marks[i] === 0) {
        i++
        continue
      }
      const from = i * PIECE
      while (this.#marks[i] !== 0 && i < pieces) i++
      const to = Math.min(i * PIECE + REACH, bytes.length)
      if (from < image.length) bytes.set(image.subarray(from, Math.min(to, image.length)), from)
      if (to > image.length) bytes.fill(0, Math.max(from, image.length), to)
    }
    this.#marks.fill(0, 0, pieces)
  }

  /** Pieces that are not what the image says: none after a rewind. For tests; it reads everything. */
  differences(image: Uint8Array): number[] {
    const words = new Int32Array(this.#now.buffer)
    const wanted = new Int32Array(image.buffer, image.byteOffset, image.length / 4)
    const wordsOfPiece = PIECE / 4
    const differ = new Set<number>()
    for (let i = 0; i < words.length; i++) {
      if (words[i] === (i < wanted.length ? wanted[i] : 0)) continue
      differ.add(Math.floor(i / wordsOfPiece))
      i = (Math.floor(i / wordsOfPiece) + 1) * wordsOfPiece - 1
    }
    return [...differ]
  }
}
