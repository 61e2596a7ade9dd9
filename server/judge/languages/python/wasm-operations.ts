import type { Reader } from './wasm-bytes.ts'

/** Operations by name, those that a rewrite of stores has to know. */
export const OP = {
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  try: 0x06,
  catch: 0x07,
  end: 0x0b,
  call: 0x10,
  delegate: 0x18,
  catchAll: 0x19,
  drop: 0x1a,
  select: 0x1b,
  tryTable: 0x1f,
  getLocal: 0x20,
  setLocal: 0x21,
  teeLocal: 0x22,
  getGlobal: 0x23,
  setGlobal: 0x24,
  firstStore: 0x36,
  store8: 0x3a,
  lastStore: 0x3e,
  memorySize: 0x3f,
  constI32: 0x41,
  addI32: 0x6a,
  subI32: 0x6b,
  shiftRightI32: 0x76,
  reference: 0xfb,
  bulk: 0xfc,
  vector: 0xfd,
} as const

export const BULK = { copyMemory: 10, fillMemory: 11 } as const
export const VECTOR = { store: 11 } as const

const isBetween = (op: number, first: number, last: number): boolean => op >= first && op <= last

/** Skips what follows an operation of one byte. Throws at one that this host's binary is not known to have. */
export function skipImmediates(reader: Reader, op: number): void {
  if (isBetween(op, 0x45, 0xc4)) return // arithmetic, comparisons, conversions
  if (isBetween(op, 0x28, OP.lastStore)) return reader.skipNumbers(2) // alignment and offset
  if (op === OP.bulk) return skipBulk(reader)
  if (op === OP.reference) return skipReference(reader)
  if (op === OP.vector) return skipVector(reader)
  switch (op) {
    case 0x00: // unreachable
    case 0x01: // nop
    case OP.else:
    case 0x0a: // throw_ref
    case OP.end:
    case 0x0f: // return
    case OP.catchAll:
    case OP.drop:
    case OP.select:
    case 0xd1: // ref.is_null
      return
    case OP.block:
    case OP.loop:
    case OP.if:
    case OP.try:
      return reader.skipBlockType()
    case OP.catch:
    case 0x08: // throw
    case 0x09: // rethrow
    case 0x0c: // br
    case 0x0d: // br_if
    case OP.call:
    case 0x12: // return_call
    case OP.delegate:
    case OP.getLocal:
    case OP.setLocal:
    case OP.teeLocal:
    case OP.getGlobal:
    case OP.setGlobal:
    case 0x25: // table.get
    case 0x26: // table.set
    case OP.memorySize:
    case 0x40: // memory.grow
    case OP.constI32:
    case 0x42: // i64.const
    case 0xd0: // ref.null
    case 0xd2: // ref.func
      return reader.skipNumbers(1)
    case 0x11: // call_indirect
    case 0x13: // return_call_indirect
      return reader.skipNumbers(2)
    case 0x0e: // br_table
      reader.skipVector()
      return reader.skipNumbers(1)
    case 0x1c: // select, typed
      for (let types = reader.number(); types > 0; types--) reader.skipValueType()
      return
    case 0x43: // f32.const
      return reader.skip(4)
    case 0x44: // f64.const
      return reader.skip(8)
    default:
      throw unknown(op)
  }
}

/** ref.test and ref.test null. */
function skipReference(reader: Reader): void {
  const op = reader.number()
  if (op !== 20 && op !== 21) throw unknown(OP.reference, op)
  reader.skipNumbers(1)
}

function skipBulk(reader: Reader): void {
  const op = reader.number()
  if (op <= 7) return // conversions
  if ([9, BULK.fillMemory, 13, 15, 16, 17].includes(op)) return reader.skipNumbers(1)
  if ([BULK.copyMemory, 12, 14].includes(op)) return reader.skipNumbers(2)
  throw unknown(OP.bulk, op)
}

function skipVector(reader: Reader): void {
  const op = reader.number()
  if (op <= VECTOR.store || op === 92 || op === 93) return reader.skipNumbers(2)
  if (op === 12 || op === 13) return reader.skip(16)
  if (isBetween(op, 21, 34)) return reader.skip(1)
  // Stores of a single lane among them: this binary has none.
  if (isBetween(op, 84, 91)) throw unknown(OP.vector, op)
}

const unknown = (...ops: number[]): Error =>
  new Error(`the binary has an operation that is not known here: ${ops.map((op) => op.toString(16)).join(' ')}`)

/** How many values an operation takes from the stack and whether it leaves one; undefined where that is not looked at. */
export function effectOf(op: number): { takes: number; leaves: number } | undefined {
  if (isBetween(op, OP.firstStore, OP.lastStore)) return { takes: 2, leaves: 0 }
  if (isBetween(op, 0x28, 0x35) || isUnary(op)) return { takes: 1, leaves: 1 }
  if (isBetween(op, 0x45, 0xc4)) return { takes: 2, leaves: 1 }
  if (isBetween(op, OP.constI32, 0x44) || op === OP.getGlobal || op === OP.memorySize) return { takes: 0, leaves: 1 }
  if (op === OP.drop || op === OP.setGlobal) return { takes: 1, leaves: 0 }
  if (op === OP.select) return { takes: 3, leaves: 1 }
  return undefined
}

/** eqz, counting bits, rounding, conversions. */
const isUnary = (op: number): boolean =>
  op === 0x45 ||
  op === 0x50 ||
  isBetween(op, 0x67, 0x69) ||
  isBetween(op, 0x79, 0x7b) ||
  isBetween(op, 0x8b, 0x91) ||
  isBetween(op, 0x99, 0x9f) ||
  isBetween(op, 0xa7, 0xc4)
