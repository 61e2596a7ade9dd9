import type { LinearMemory } from './memory.ts'

/**
 * "Random" bytes that are the same for every submission. A submission that uses `random` without a seed then gets the
 * same verdict each time it is judged; nothing in here needs to be secret.
 */
export class Random {
  #state = 1

  reset(): void {
    this.#state = 1
  }

  fill(memory: LinearMemory, at: number, length: number): void {
    const bytes = new Uint8Array(memory.read(at, length).length)
    for (let i = 0; i < bytes.length; i++) {
      this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0
      bytes[i] = this.#state >>> 24
    }
    memory.write(at, bytes)
  }
}
