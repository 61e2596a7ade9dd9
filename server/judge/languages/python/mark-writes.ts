import { COVERED_BYTES, PIECE_BITS } from './inside/marks.ts'
import { BULK, effectOf, OP, skipImmediates, VECTOR } from './wasm-operations.ts'
import { Reader, VALUE, Writer } from './wasm-bytes.ts'

const MARKS_MEMORY = 1
/** In the alignment of a memory operation: which memory is named, too. */
const NAMES_MEMORY = 0x40
const FUNCTION = 0x60
const NO_RESULT = 0x40

/** What each store takes from the stack besides the address, from the first on. */
const STORED = [
  VALUE.i32,
  VALUE.i64,
  VALUE.f32,
  VALUE.f64,
  VALUE.i32,
  VALUE.i32,
  VALUE.i64,
  VALUE.i64,
  VALUE.i64,
] as const

/** Functions that the rewritten binary has in addition: they copy or fill memory, and mark it. */
export type Helpers = { copy: number; fill: number }

/** 64 KB pages of a memory that has a mark for each piece of one with `pages`. */
export const pagesForMarks = (pages: number): number => Math.ceil(pages / 2 ** PIECE_BITS)

/** The type of both helpers: address, address or value, length. */
export const HELPER_TYPE = [FUNCTION, 3, VALUE.i32, VALUE.i32, VALUE.i32, 0]

/** The helpers' bodies, in the order copy, fill. */
export const helperBodies = (): Uint8Array[] =>
  [
    [BULK.copyMemory, 0, 0],
    [BULK.fillMemory, 0],
  ].map((bulk) => {
    const [to, other, length] = [0, 1, 2]
    const piece = (code: Writer): Writer => code.put(OP.constI32, PIECE_BITS, OP.shiftRightI32)
    const code = new Writer().put(0, OP.getLocal, to, OP.getLocal, other, OP.getLocal, length, OP.bulk, ...bulk)
    code.put(OP.getLocal, length, OP.if, NO_RESULT)
    piece(code.put(OP.getLocal, to)).put(OP.constI32, 1)
    piece(code.put(OP.getLocal, to, OP.getLocal, length, OP.addI32, OP.constI32, 1, OP.subI32))
    piece(code.put(OP.getLocal, to)).put(OP.subI32, OP.constI32, 1, OP.addI32)
    return code.put(OP.bulk, BULK.fillMemory, MARKS_MEMORY, OP.end, OP.end).written
  })

/**
 * What is known at a place of a function: which addresses are marked already. A mark stays until the rewind, so it holds
 * for everything that comes after it in its block, as long as the local that the address was in is not set again.
 */
class Marked {
  #facts: { local: number; offset: number; depth: number }[] = []
  #depth = 0
  /** How often each local is still to be set in the rest of the function. */
  readonly #setsLeft: Map<number, number>

  constructor(setsLeft: Map<number, number>) {
    this.#setsLeft = setsLeft
  }

  covers(local: number, offset: number): boolean {
    return this.#facts.some(
      (fact) => fact.local === local && fact.offset <= offset && offset <= fact.offset + COVERED_BYTES,
    )
  }

  add(local: number, offset: number): void {
    this.#facts.push({ local, offset, depth: this.#depth })
  }

  setLocal(local: number): void {
    this.#setsLeft.set(local, this.#setsLeft.get(local)! - 1)
    if (this.#facts.length > 0) this.#facts = this.#facts.filter((fact) => fact.local !== local)
  }

  enter(op: number): void {
    this.#depth++
    // A loop comes round with what it sets set to something else.
    if (op === OP.loop) this.#facts = this.#facts.filter(({ local }) => (this.#setsLeft.get(local) ?? 0) === 0)
  }

  /** At another branch of a block, or behind it, nothing is known of what it did. */
  leave(op: number): void {
    this.#facts = this.#facts.filter(({ depth }) => depth < this.#depth)
    if (op === OP.end || op === OP.delegate) this.#depth--
  }
}

/** The locals that lie on top of the stack unchanged, as far as that is known; what is below is not. */
class Operands {
  #locals: (number | undefined)[] = []

  push(local?: number): void {
    this.#locals.push(local)
  }

  take(count: number): number | undefined {
    let last
    for (; count > 0; count--) last = this.#locals.pop()
    return last
  }

  setLocal(local: number): void {
    this.#locals = this.#locals.map((other) => (other === local ? undefined : other))
  }

  clear(): void {
    this.#locals.length = 0
  }
}

/** Where the code of a function begins behind its locals, how many locals it has, and how often each is set. */
function survey(bytes: Uint8Array, start: number, end: number, params: number) {
  const reader = new Reader(bytes, start)
  const groups = reader.number()
  const groupsAt = reader.at
  let locals = params
  for (let i = 0; i < groups; i++) {
    locals += reader.number()
    reader.skipValueType()
  }
  const codeAt = reader.at
  const sets = new Map<number, number>()
  while (reader.at < end) {
    const op = reader.byte()
    if (op === OP.setLocal || op === OP.teeLocal) {
      const local = reader.number()
      sets.set(local, (sets.get(local) ?? 0) + 1)
    } else skipImmediates(reader, op)
  }
  return { groups, groupsAt, codeAt, locals, sets }
}

/** Appends a function's body to `out`, with a mark behind each of its writes that needs one. */
export function markBody(
  bytes: Uint8Array,
  start: number,
  end: number,
  params: number,
  helpers: Helpers | undefined,
  out: Writer,
): void {
  const { groups, groupsAt, codeAt, locals, sets } = survey(bytes, start, end, params)
  const marked = new Marked(sets)
  const operands = new Operands()
  const code = new Writer(512)
  const scratch = new Map<'address' | number, number>()
  const scratchLocal = (key: 'address' | number): number => {
    if (!scratch.has(key)) scratch.set(key, locals + scratch.size)
    return scratch.get(key)!
  }
  const reader = new Reader(bytes, codeAt)
  let copied = codeAt
  /** What was read since the last time, up to `at`. */
  const copyUntil = (at: number): void => {
    code.append(bytes.subarray(copied, at))
    copied = at
  }

  const mark = (address: number, offset: number): void => {
    code.put(OP.getLocal).number(address)
    if (offset > 0) code.put(OP.constI32).signed(offset).put(OP.addI32)
    code.put(OP.constI32, PIECE_BITS, OP.shiftRightI32, OP.constI32, 1, OP.store8, NAMES_MEMORY, MARKS_MEMORY, 0)
  }
  const store = (at: number, type: number): void => {
    if (reader.number() >= NAMES_MEMORY) throw new Error('the binary has a second memory')
    const writtenAt = reader.number()
    // What is near enough is covered by a mark at the address itself, which others need, too.
    const offset = writtenAt <= COVERED_BYTES ? 0 : writtenAt
    const local = operands.take(2)
    if (local !== undefined) {
      if (marked.covers(local, offset)) return
      copyUntil(reader.at)
      mark(local, offset)
      marked.add(local, offset)
      return
    }
    const address = scratchLocal('address')
    const value = scratchLocal(type)
    copyUntil(at)
    code.put(OP.setLocal).number(value).put(OP.teeLocal).number(address).put(OP.getLocal).number(value)
    copyUntil(reader.at)
    mark(address, offset)
  }
  const bulk = (at: number): void => {
    const op = new Reader(bytes, at + 1).number()
    skipImmediates(reader, OP.bulk)
    operands.clear()
    if (op !== BULK.copyMemory && op !== BULK.fillMemory) return
    if (helpers === undefined) throw new Error('there is nothing here that copies memory and marks it')
    copyUntil(at)
    copied = reader.at
    code.put(OP.call).number(op === BULK.copyMemory ? helpers.copy : helpers.fill)
  }
  const vector = (at: number): void => {
    const op = reader.number()
    if (op === VECTOR.store) return store(at, VALUE.v128)
    reader.at = at + 1
    skipImmediates(reader, OP.vector)
    operands.clear()
  }
  const setLocal = (op: number): void => {
    const local = reader.number()
    operands.take(1)
    operands.setLocal(local)
    marked.setLocal(local)
    if (op === OP.teeLocal) operands.push(local)
  }

  while (reader.at < end) {
    const at = reader.at
    const op = reader.byte()
    if (op === OP.getLocal) operands.push(reader.number())
    else if (op === OP.setLocal || op === OP.teeLocal) setLocal(op)
    else if (op >= OP.firstStore && op <= OP.lastStore) store(at, STORED[op - OP.firstStore]!)
    else if (op === OP.bulk) bulk(at)
    else if (op === OP.vector) vector(at)
    else {
      skipImmediates(reader, op)
      const effect = effectOf(op)
      if (effect === undefined) {
        operands.clear()
        if (BEGINS.has(op)) marked.enter(op)
        else if (CHANGES.has(op)) marked.leave(op)
      } else {
        operands.take(effect.takes)
        if (effect.leaves > 0) operands.push()
      }
    }
  }
  copyUntil(end)
  const tail = [...scratch.keys()].flatMap((key) => [1, key === 'address' ? VALUE.i32 : key])
  const head = new Writer(512)
    .number(groups + scratch.size)
    .append(bytes.subarray(groupsAt, codeAt))
    .put(...tail)
  out
    .number(head.length + code.length)
    .append(head.written)
    .append(code.written)
}

/** What begins a block, and what ends it or goes on with another branch of it. */
const BEGINS: ReadonlySet<number> = new Set([OP.block, OP.loop, OP.if, OP.try, OP.tryTable])
const CHANGES: ReadonlySet<number> = new Set([OP.else, OP.catch, OP.catchAll, OP.end, OP.delegate])
