import { COVERED_BYTES, PIECE_BITS } from './inside/marks.ts'
import { KnownAddresses, type Known } from './known-addresses.ts'
import { BULK, effectOf, OP, skipImmediates, VECTOR } from './wasm-operations.ts'
import { FUNCTION_TYPE, Reader, VALUE, Writer } from './wasm-bytes.ts'

const MARKS_MEMORY = 1
/** In the alignment of a memory operation: which memory is named, too. */
const NAMES_MEMORY = 0x40
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

/**
 * 64 KB pages of a memory that has a mark for each piece of the largest memory there can be: a local that is marked as
 * it is set may hold anything.
 */
export const MARKS_PAGES = 2 ** (32 - PIECE_BITS - 16)

/** The type of both helpers: address, address or value, length. */
export const HELPER_TYPE = [FUNCTION_TYPE, 3, VALUE.i32, VALUE.i32, VALUE.i32, 0]

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

/** A function's body as far as it has to be known before it is rewritten. */
type Body = {
  bytes: Uint8Array
  end: number
  params: number
  /** Groups of locals of one type: how many, and where they are. */
  groups: number
  groupsAt: number
  codeAt: number
  /** Parameters and others. */
  locals: number
  /** How often each local is set. */
  sets: Map<number, number>
}

function survey(bytes: Uint8Array, start: number, end: number, params: number): Body {
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
  if (reader.at !== end) throw new Error('a function of the binary does not end where it says')
  return { bytes, end, params, groups, groupsAt, codeAt, locals, sets }
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
  const body = survey(bytes, start, end, params)
  const first = rewrite(body, helpers, new Set())
  const often = writtenThroughOften(body, first.marks)
  const { head, code } = often.size === 0 ? first : rewrite(body, helpers, often)
  out
    .number(head.length + code.length)
    .append(head)
    .append(code)
}

/** So many times more marks than places where a local is set make it cheaper to mark whatever it is set to. */
const OFTEN = 4

/** The interpreter's loop writes to the frame that it executes in hundreds of places, and changes frames in few. */
function writtenThroughOften({ params, sets }: Body, marks: Map<number, number>): Set<number> {
  const often = [...marks].filter(([local, count]) => {
    const set = sets.get(local) ?? 0
    return count >= OFTEN * (local < params ? set + 1 : set)
  })
  return new Set(often.map(([local]) => local))
}

/** The locals and the code of the body with its marks, and how many marks hang on each local. */
function rewrite(
  { bytes, end, params, groups, groupsAt, codeAt, locals, sets }: Body,
  helpers: Helpers | undefined,
  markedAsSet: ReadonlySet<number>,
): { head: Uint8Array; code: Uint8Array; marks: Map<number, number> } {
  const addresses = new KnownAddresses(sets, markedAsSet)
  const marks = new Map<number, number>()
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

  const mark = ({ local, plus }: Known, offset = 0): void => {
    const more = (plus + offset) | 0
    if (local !== undefined) code.put(OP.getLocal).number(local)
    if (local === undefined || more !== 0) code.put(OP.constI32).signed(more)
    if (local !== undefined && more !== 0) code.put(OP.addI32)
    code.put(OP.constI32, PIECE_BITS, OP.shiftRightI32, OP.constI32, 1, OP.store8, NAMES_MEMORY, MARKS_MEMORY, 0)
  }
  const store = (at: number, type: number): void => {
    if (reader.number() >= NAMES_MEMORY) throw new Error('the binary has a second memory')
    const writtenAt = reader.number()
    // What is near enough is covered by a mark at the address itself, which others need, too.
    const offset = writtenAt <= COVERED_BYTES ? 0 : writtenAt
    const address = addresses.take(2)
    if (address !== undefined) {
      if (addresses.covers(address, writtenAt)) return
      copyUntil(reader.at)
      mark(address, offset)
      addresses.marked(address, offset)
      const base = addresses.baseOf(address)
      if (base !== undefined) marks.set(base, (marks.get(base) ?? 0) + 1)
      return
    }
    const value = scratchLocal(type)
    const local = scratchLocal('address')
    copyUntil(at)
    code.put(OP.setLocal).number(value).put(OP.teeLocal).number(local).put(OP.getLocal).number(value)
    copyUntil(reader.at)
    mark({ local, plus: 0 }, offset)
  }
  const bulk = (at: number): void => {
    const op = new Reader(bytes, at + 1).number()
    skipImmediates(reader, OP.bulk)
    addresses.forgetOperands()
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
    addresses.forgetOperands()
  }
  const setLocal = (op: number): void => {
    const local = reader.number()
    addresses.setLocal(local)
    if (op === OP.teeLocal) addresses.push({ local, plus: 0 })
    if (!markedAsSet.has(local)) return
    copyUntil(reader.at)
    mark({ local, plus: 0 })
  }

  for (const local of markedAsSet) if (local < params) mark({ local, plus: 0 })
  while (reader.at < end) {
    const at = reader.at
    const op = reader.byte()
    if (op === OP.getLocal) addresses.push({ local: reader.number(), plus: 0 })
    else if (op === OP.constI32) addresses.push({ local: undefined, plus: reader.signed() })
    else if (op === OP.addI32 || op === OP.subI32) addresses.add(op === OP.addI32 ? 1 : -1)
    else if (op === OP.setLocal || op === OP.teeLocal) setLocal(op)
    else if (op >= OP.firstStore && op <= OP.lastStore) store(at, STORED[op - OP.firstStore]!)
    else if (op === OP.bulk) bulk(at)
    else if (op === OP.vector) vector(at)
    else {
      skipImmediates(reader, op)
      const effect = effectOf(op)
      if (effect === undefined) {
        addresses.forgetOperands()
        if (BEGINS.has(op)) addresses.enterBlock(op)
        else if (CHANGES.has(op)) addresses.leaveBlock(op)
      } else {
        addresses.take(effect.takes)
        if (effect.leaves > 0) addresses.push()
      }
    }
  }
  copyUntil(end)
  const tail = [...scratch.keys()].flatMap((key) => [1, key === 'address' ? VALUE.i32 : key])
  const head = new Writer(512)
    .number(groups + scratch.size)
    .append(bytes.subarray(groupsAt, codeAt))
    .put(...tail)
  return { head: head.written, code: code.written, marks }
}

/** What begins a block, and what ends it or goes on with another branch of it. */
const BEGINS: ReadonlySet<number> = new Set([OP.block, OP.loop, OP.if, OP.try, OP.tryTable])
const CHANGES: ReadonlySet<number> = new Set([OP.else, OP.catch, OP.catchAll, OP.end, OP.delegate])
