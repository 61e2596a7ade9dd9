import { Stop } from './stop.ts'

/** Standard input and output of one run. Output beyond the limit ends the run. */
export class Streams {
  #input: Uint8Array = new Uint8Array(0)
  #position = 0
  #chunks: Record<'out' | 'err', Uint8Array[]> = { out: [], err: [] }
  #written = 0
  #mostBytes = 65_536

  reset(): void {
    this.#input = new Uint8Array(0)
    this.#position = 0
    this.#chunks = { out: [], err: [] }
    this.#written = 0
  }

  limit(mostBytes: number): void {
    this.#mostBytes = mostBytes
  }

  setInput(bytes: Uint8Array): void {
    this.#input = bytes
    this.#position = 0
  }

  read(most: number): Uint8Array {
    const part = this.#input.subarray(this.#position, this.#position + most)
    this.#position += part.length
    return part
  }

  /** `bytes` is copied. Out and err share one limit, over the whole submission. */
  write(channel: 'out' | 'err', bytes: Uint8Array): void {
    const room = this.#mostBytes - this.#written
    if (room > 0) this.#chunks[channel].push(bytes.slice(0, room))
    this.#written += bytes.length
    if (this.#written > this.#mostBytes) throw new Stop('output')
  }

  /** Takes what was written since the last time. */
  take(channel: 'out' | 'err'): Uint8Array {
    const chunks = this.#chunks[channel]
    this.#chunks[channel] = []
    const all = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
    let at = 0
    for (const chunk of chunks) {
      all.set(chunk, at)
      at += chunk.length
    }
    return all
  }
}
