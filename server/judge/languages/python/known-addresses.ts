import { COVERED_BYTES } from './inside/marks.ts'
import { OP } from './wasm-operations.ts'

/** A number on the stack as far as it is known: what a local holds, or zero where there is none, and so much more. */
export type Known = { local: number | undefined; plus: number }

/**
 * What is known at a place of a function that is read from its beginning: which numbers lie on top of the stack, which
 * locals differ from others by a constant, and which addresses are marked already. A mark stays until the rewind, so it
 * holds for everything that comes after it in its block, as long as the local that the address was in is known.
 */
export class KnownAddresses {
  /** What is below the last one is not looked at. */
  #operands: (Known | undefined)[] = []
  #facts: { local: number | undefined; offset: number; depth: number }[] = []
  /** Locals that are others and so much more. */
  #aliases = new Map<number, { local: number; plus: number; depth: number }>()
  #depth = 0
  /** How often each local is still to be set in the rest of the function. */
  readonly #setsLeft: Map<number, number>
  /** Locals of which whatever they hold is marked when they are set. */
  readonly #markedAsSet: ReadonlySet<number>

  constructor(sets: ReadonlyMap<number, number>, markedAsSet: ReadonlySet<number>) {
    this.#setsLeft = new Map(sets)
    this.#markedAsSet = markedAsSet
  }

  push(known?: Known): void {
    this.#operands.push(known)
  }

  /** The lowest of the uppermost `count`. */
  take(count: number): Known | undefined {
    let last
    for (; count > 0; count--) last = this.#operands.pop()
    return last
  }

  /** Takes two and leaves their sum, or with `sign` -1 their difference. */
  add(sign: 1 | -1): void {
    const b = this.take(1)
    const a = this.take(1)
    const isKnown = a !== undefined && b !== undefined
    if (isKnown && b.local === undefined) this.push({ local: a.local, plus: (a.plus + sign * b.plus) | 0 })
    else if (isKnown && a.local === undefined && sign === 1) this.push({ local: b.local, plus: (a.plus + b.plus) | 0 })
    else this.push()
  }

  forgetOperands(): void {
    this.#operands.length = 0
  }

  /** A local is set to what lies uppermost on the stack, which is taken. */
  setLocal(local: number): void {
    const value = this.take(1)
    const root = value && this.#rootOf(value)
    this.#setsLeft.set(local, this.#setsLeft.get(local)! - 1)
    this.#aliases.delete(local)
    // What is set to itself and a constant takes along what is known of it: within this block, not behind it.
    const moved = root?.local === local ? root.plus : undefined
    this.#operands = this.#operands.map((known) => {
      if (known?.local !== local) return known
      return moved === undefined ? undefined : { local, plus: known.plus - moved }
    })
    this.#facts = this.#facts.flatMap((fact) => {
      if (fact.local !== local) return [fact]
      return moved === undefined ? [] : [{ local, offset: fact.offset - moved, depth: this.#depth }]
    })
    for (const [other, { local: on, plus }] of this.#aliases) {
      if (on !== local) continue
      if (moved === undefined) this.#aliases.delete(other)
      else this.#aliases.set(other, { local, plus: plus - moved, depth: this.#depth })
    }
    if (root?.local !== undefined && root.local !== local)
      this.#aliases.set(local, { local: root.local, plus: root.plus, depth: this.#depth })
  }

  #rootOf(known: Known): Known {
    const alias = known.local === undefined ? undefined : this.#aliases.get(known.local)
    return alias === undefined ? known : { local: alias.local, plus: alias.plus + known.plus }
  }

  /** The local that an address hangs on in the end. */
  baseOf(address: Known): number | undefined {
    return this.#rootOf(address).local
  }

  /** Whether what lies `offset` bytes behind the address is marked. */
  covers(address: Known, offset: number): boolean {
    return [address, this.#rootOf(address)].some(({ local, plus }) => {
      const isNear = (marked: number): boolean => marked <= plus + offset && plus + offset <= marked + COVERED_BYTES
      if (local !== undefined && this.#markedAsSet.has(local) && isNear(0)) return true
      return this.#facts.some((fact) => fact.local === local && isNear(fact.offset))
    })
  }

  /** What lies `offset` bytes behind the address is marked now. */
  marked(address: Known, offset: number): void {
    for (const { local, plus } of new Set([address, this.#rootOf(address)]))
      this.#facts.push({ local, offset: plus + offset, depth: this.#depth })
  }

  enterBlock(op: number): void {
    this.#depth++
    if (op !== OP.loop) return
    // A loop comes round with what it sets set to something else.
    const isSet = (local: number | undefined): boolean => local !== undefined && (this.#setsLeft.get(local) ?? 0) > 0
    this.#facts = this.#facts.filter(({ local }) => !isSet(local))
    for (const [other, { local }] of this.#aliases) if (isSet(other) || isSet(local)) this.#aliases.delete(other)
  }

  /** At another branch of a block, or behind it, nothing is known of what it did. */
  leaveBlock(op: number): void {
    this.#facts = this.#facts.filter(({ depth }) => depth < this.#depth)
    for (const [other, { depth }] of this.#aliases) if (depth >= this.#depth) this.#aliases.delete(other)
    if (op === OP.end || op === OP.delegate) this.#depth--
  }
}
