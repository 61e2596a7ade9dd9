import type { Node } from './files.ts'

export type Descriptor =
  | { type: 'input' }
  | { type: 'output'; channel: 'out' | 'err' }
  | { type: 'open'; node: Node; path: string; position: number; flags: number; append: boolean }

const MOST = 64

/** The table of open files: 0, 1 and 2 are the standard streams and stay open. */
export class Descriptors {
  #table: (Descriptor | undefined)[] = []

  constructor() {
    this.reset()
  }

  reset(): void {
    this.#table = [{ type: 'input' }, { type: 'output', channel: 'out' }, { type: 'output', channel: 'err' }]
  }

  get(fd: number): Descriptor | undefined {
    return this.#table[fd]
  }

  /** The new number, or undefined when the table is full. */
  add(descriptor: Descriptor): number | undefined {
    let fd = 3
    while (this.#table[fd] !== undefined) fd++
    if (fd >= MOST) return undefined
    this.#table[fd] = descriptor
    return fd
  }

  /** What is open, besides the standard streams. */
  *nodes(): Generator<Node> {
    for (const file of this.#table) if (file?.type === 'open') yield file.node
  }

  close(fd: number): boolean {
    if (this.#table[fd] === undefined) return false
    if (fd > 2) this.#table[fd] = undefined
    return true
  }
}
