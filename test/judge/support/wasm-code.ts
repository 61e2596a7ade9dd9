import { VALUE, Writer } from '../../../server/judge/languages/python/wasm-bytes.ts'
import { BULK, OP, VECTOR } from '../../../server/judge/languages/python/wasm-operations.ts'

// WebAssembly by hand, for tests of what the rewrite makes of it.

/** Operations, one byte each, and what follows them. */
export type Code = number[]

const EMPTY = 0x40
/** An index of `TYPES`: a block of it takes a number and leaves one. */
const NUMBER_TO_NUMBER = 1
const TYPES = [
  [0x60, 3, VALUE.i32, VALUE.i32, VALUE.i32, 0],
  [0x60, 1, VALUE.i32, 1, VALUE.i32],
  [0x60, 0, 0],
]
export const PARAMS = 3
export const LOCALS = 6

export const number = (n: number): Code => [...new Writer().number(n).written]
export const constant = (n: number): Code => [OP.constI32, ...new Writer().signed(n).written]
export const get = (local: number): Code => [OP.getLocal, local]
export const set = (local: number, value: Code): Code => [...value, OP.setLocal, local]
export const tee = (local: number, value: Code): Code => [...value, OP.teeLocal, local]
export const add = (a: Code, b: Code): Code => [...a, ...b, OP.addI32]
export const subtract = (a: Code, b: Code): Code => [...a, ...b, OP.subI32]
export const and = (a: Code, b: Code): Code => [...a, ...b, 0x71]
export const equals = (a: Code, b: Code): Code => [...a, ...b, 0x46]
export const load = (address: Code): Code => [...address, 0x28, 0, 0]
export const dropped = (value: Code): Code => [...value, OP.drop]
export const select = (a: Code, b: Code, condition: Code): Code => [...a, ...b, ...condition, OP.select]
export const typedSelect = (a: Code, b: Code, condition: Code): Code => [...a, ...b, ...condition, 0x1c, 1, VALUE.i32]

/** A constant of seven for each operation that stores, and the operation: from one byte to sixteen. */
const STORES: { value: Code; op: Code }[] = [
  { value: constant(7), op: [0x36] },
  { value: [0x42, 7], op: [0x37] },
  { value: [0x43, 7, 7, 7, 7], op: [0x38] },
  { value: [0x44, 7, 7, 7, 7, 7, 7, 7, 7], op: [0x39] },
  { value: constant(7), op: [0x3a] },
  { value: constant(7), op: [0x3b] },
  { value: [0x42, 7], op: [0x3c] },
  { value: [0x42, 7], op: [0x3d] },
  { value: [0x42, 7], op: [0x3e] },
  { value: [OP.vector, 12, ...Array<number>(16).fill(7)], op: [OP.vector, VECTOR.store] },
]
export const KINDS_OF_STORE = STORES.length
export const VECTOR_STORE = KINDS_OF_STORE - 1
export const store = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  0x36,
  0,
  ...number(offset),
]
export const storeOf = (kind: number, address: Code, offset = 0): Code => {
  const { value, op } = STORES[kind]!
  return [...address, ...value, ...op, 0, ...number(offset)]
}
/** In code that is never reached it takes operands that nobody has put there. */
export const storeOfNothing: Code = [0x36, 0, 0]
export const fill = (at: Code, value: Code, length: Code): Code => [
  ...[...at, ...value, ...length],
  ...[OP.bulk, BULK.fillMemory, 0],
]
export const copy = (to: Code, from: Code, length: Code): Code => [
  ...[...to, ...from, ...length],
  ...[OP.bulk, BULK.copyMemory, 0, 0],
]
export const grow = (pages: number): Code => [...constant(pages), 0x40, 0, OP.drop]

export const block = (...code: Code[]): Code => [OP.block, EMPTY, ...code.flat(), OP.end]
export const loop = (...code: Code[]): Code => [OP.loop, EMPTY, ...code.flat(), OP.end]
export const when = (condition: Code, then: Code, otherwise: Code = []): Code => [
  ...[...condition, OP.if, EMPTY, ...then],
  ...(otherwise.length > 0 ? [OP.else, ...otherwise] : []),
  OP.end,
]
/** Blocks that leave a number. */
export const blockOf = (code: Code, value: Code): Code => [OP.block, VALUE.i32, ...code, ...value, OP.end]
export const loopOf = (code: Code, value: Code): Code => [OP.loop, VALUE.i32, ...code, ...value, OP.end]
export const whenOf = (condition: Code, then: Code, otherwise: Code): Code => [
  ...[...condition, OP.if, VALUE.i32, ...then],
  ...[OP.else, ...otherwise, OP.end],
]
/** A block that takes the number on the stack, and leaves what `code` makes of it. */
export const blockFrom = (value: Code, code: Code): Code => [
  ...[...value, OP.block, NUMBER_TO_NUMBER],
  ...[...code, OP.end],
]
export const attempt = (code: Code, caught: Code): Code => [OP.try, EMPTY, ...code, OP.catch, 0, ...caught, OP.end]
export const attemptAll = (code: Code, caught: Code): Code => [OP.try, EMPTY, ...code, OP.catchAll, ...caught, OP.end]
export const delegate = (depth: number, code: Code): Code => [OP.try, EMPTY, ...code, OP.delegate, depth]
export const throwIt: Code = [0x08, 0]

export const leave = (depth: number): Code => [0x0c, depth]
export const leaveIf = (depth: number, condition: Code): Code => [...condition, 0x0d, depth]
export const leaveBy = (index: Code, depths: number[], otherwise: number): Code => [
  ...[...index, 0x0e, depths.length],
  ...[...depths, otherwise],
]
export const giveBack: Code = [0x0f]
/** Calls the module's other function, which gives back what it is given. */
export const call = (value: Code): Code => [...value, OP.call, 1]

/** A module with one memory, a function `f` of `PARAMS` numbers and `LOCALS` in all, and something to throw. */
export function moduleOf(code: Code, pages: number): Uint8Array {
  const out = new Writer().put(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
  const section = (id: number, ...body: number[]): void => void out.put(id).block(Uint8Array.from(body))
  const bodies = [
    [1, LOCALS - PARAMS, VALUE.i32, ...code, OP.end],
    [0, ...get(0), OP.end],
  ]
  section(1, TYPES.length, ...TYPES.flat())
  section(3, bodies.length, 0, NUMBER_TO_NUMBER)
  section(5, 1, 1, ...number(pages), ...number(pages))
  section(13, 1, 0, 2)
  section(7, 2, ...new Writer().text('f').put(0, 0).text('memory').put(2, 0).written)
  section(10, bodies.length, ...bodies.flatMap((body) => [...number(body.length), ...body]))
  return out.written.slice()
}
