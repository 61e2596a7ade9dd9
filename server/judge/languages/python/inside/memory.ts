const PAGE = 65_536

/**
 * The interpreter's linear memory. Whatever is read here may have been written by a submission: addresses and lengths
 * are taken as unsigned and clamped to the memory, and nothing read decides what the rewind does.
 */
export class LinearMemory {
  #memory: WebAssembly.Memory | undefined
  #bytes = new Uint8Array(0)
  #view = new DataView(new ArrayBuffer(0))

  attach(memory: WebAssembly.Memory): void {
    this.#memory = memory
    this.#look()
  }

  /** Growth detaches the old buffer: a view is looked up again each time it is needed. */
  #look(): void {
    const buffer = this.#memory!.buffer
    if (this.#bytes.buffer === buffer && this.#bytes.length > 0) return
    this.#bytes = new Uint8Array(buffer)
    this.#view = new DataView(buffer)
  }

  get bytes(): Uint8Array {
    this.#look()
    return this.#bytes
  }

  get view(): DataView {
    this.#look()
    return this.#view
  }

  get pages(): number {
    return this.bytes.length / PAGE
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
    this.#look()
    return true
  }

  u32(at: number): number {
    return this.view.getUint32(at >>> 0, true)
  }

  setU32(at: number, value: number): void {
    this.view.setUint32(at >>> 0, value, true)
  }

  setU64(at: number, value: number | bigint): void {
    this.view.setBigUint64(at >>> 0, BigInt(value), true)
  }

  /** Bytes up to the first zero, one character each: paths stay byte-exact. */
  text(at: number, most = 4096): string {
    const bytes = this.bytes
    let text = ''
    for (let i = at >>> 0; i < bytes.length && text.length < most && bytes[i] !== 0; i++)
      text += String.fromCharCode(bytes[i]!)
    return text
  }

  /** Writes one byte per character and no zero at the end. */
  setText(at: number, text: string): void {
    const bytes = this.bytes
    for (let i = 0; i < text.length; i++) bytes[(at >>> 0) + i] = text.charCodeAt(i)
  }

  clear(at: number, length: number): void {
    this.bytes.fill(0, at >>> 0, (at >>> 0) + (length >>> 0))
  }
}
