import { describe, expect, it } from 'vitest'
import { markTrampoline } from '../../server/judge/languages/python/binary.ts'
import { LinearMemory } from '../../server/judge/languages/python/inside/memory.ts'
import { MARKS_PAGES } from '../../server/judge/languages/python/mark-writes.ts'
import { trampolineBinary } from '../../server/judge/languages/python/packages.ts'
import { Reader, Writer } from '../../server/judge/languages/python/wasm-bytes.ts'
import { OP } from '../../server/judge/languages/python/wasm-operations.ts'
import { randomFrom } from '../support/random.ts'
import { randomCode } from './support/random-code.ts'
import { BYTES, PAGES, writtenAndLeft } from './support/rewind-of-code.ts'
import {
  add,
  attempt,
  attemptAll,
  block,
  blockFrom,
  blockOf,
  constant,
  copy,
  delegate,
  equals,
  fill,
  get,
  grow,
  leave,
  leaveIf,
  loop,
  set,
  store,
  storeOf,
  storeOfNothing,
  subtract,
  tee,
  throwIt,
  VECTOR_STORE,
  when,
  type Code,
} from './support/wasm-code.ts'

const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))
const ROUNDS = 400

/** Enough branches that write through a local for it to be marked when it is set; the third argument chooses one. */
const manyBranches = (local: number, more = 0): Code =>
  Array.from({ length: 40 }, (_, i) =>
    when(equals(get(2), constant(i)), store(add(get(local), constant(more)), constant(7), i)),
  ).flat()

describe('a write leaves a mark', () => {
  // Where memory begins is put back in any case.
  const cases: [string, Code, number[]][] = [
    ['where it is', store(get(0), constant(7)), [6000, 0, 0]],
    ['behind the image', store(get(0), constant(7)), [BYTES - 4, 0, 0]],
    ['far from its address', store(get(0), constant(7), 70_000), [6000, 0, 0]],
    ['over the edge of a piece', store(get(0), constant(-1)), [8191, 0, 0]],
    ['at an address that was worked out', store(add(get(0), get(1)), constant(7)), [5000, 20_000, 0]],
    ['near another one', [...store(get(0), constant(7)), ...store(get(0), constant(7), 256)], [8191, 0, 0]],
    ['not so near another one', [...store(get(0), constant(7)), ...store(get(0), constant(7), 9000)], [8000, 0, 0]],
    [
      'after its address has become another',
      [...store(get(0), constant(7)), ...set(0, get(1)), ...store(get(0), constant(7))],
      [6000, 20_000, 0],
    ],
    [
      'when the value is what changes the address',
      [...store(get(0), tee(0, get(1))), ...store(get(0), constant(7))],
      [6000, 20_000, 0],
    ],
    [
      'when only one branch has left one already',
      [...when(get(2), store(get(0), constant(7))), ...store(get(0), constant(9))],
      [6000, 0, 0],
    ],
    ['in the other branch', when(get(2), store(get(0), constant(7)), store(get(0), constant(9))), [6000, 0, 0]],
    [
      'behind a block that was left early',
      [...block(leaveIf(0, get(1)), store(get(0), constant(7))), ...store(get(0), constant(9))],
      [6000, 1, 0],
    ],
    [
      'each time round',
      loop(
        store(get(0), constant(7)),
        set(0, add(get(0), constant(5000))),
        leaveIf(0, tee(1, add(get(1), constant(-1)))),
      ),
      [6000, 9, 0],
    ],
    [
      'in a loop whose address was marked before it',
      [
        ...store(get(3), constant(7)),
        ...loop(store(get(3), constant(7)), set(3, add(get(0), get(3))), leaveIf(0, tee(1, add(get(1), constant(-1))))),
      ],
      [5000, 9, 0],
    ],
    [
      'at what an address was before a constant was added to it',
      [...set(3, add(get(0), constant(4096))), ...store(get(3), constant(7)), ...store(get(0), constant(9))],
      [6000, 0, 0],
    ],
    [
      'near what an address was before a constant was added to it',
      [...store(get(0), constant(7)), ...set(0, add(get(0), constant(200))), ...store(get(0), constant(9), 200)],
      [8191, 0, 0],
    ],
    [
      'after one way to it has moved the address',
      [
        ...store(get(0), constant(7)),
        ...when(get(2), set(0, add(get(0), constant(-4096)))),
        ...store(get(0), constant(9), 4096),
      ],
      [5000, 0, 0],
    ],
    ['at an address that its value moves', store(get(0), tee(0, add(get(0), constant(4096)))), [6000, 0, 0]],
    [
      'through another local that the first has left behind',
      [
        ...set(3, add(get(0), constant(8))),
        ...set(0, get(1)),
        ...store(get(3), constant(7)),
        ...store(get(0), constant(9), 8),
      ],
      [6000, 20_000, 0],
    ],
    [
      'through another local that has left the first behind',
      [
        ...set(3, add(get(0), constant(8))),
        ...set(3, add(get(1), get(2))),
        ...store(get(3), constant(7)),
        ...store(get(0), constant(9), 8),
      ],
      [6000, 20_000, 0],
    ],
    [
      'through another local from which the first has moved',
      [
        ...set(3, add(get(0), constant(4096))),
        ...set(0, add(get(0), constant(4096))),
        ...store(get(3), constant(7)),
        ...store(get(0), constant(9), 4096),
      ],
      [6000, 0, 0],
    ],
    [
      'through another local from which the first may have moved',
      [
        ...set(3, add(get(0), constant(8))),
        ...when(get(2), set(0, add(get(0), constant(-4096)))),
        ...store(get(3), constant(7)),
        ...store(get(0), constant(9), 4104),
      ],
      [6000, 0, 0],
    ],
    [
      'through another local that follows the first round a loop',
      [
        ...set(3, get(0)),
        ...loop(
          store(get(3), constant(7)),
          store(get(0), constant(7)),
          set(0, add(get(0), constant(5000))),
          leaveIf(0, tee(1, add(get(1), constant(-1)))),
        ),
      ],
      [6000, 9, 0],
    ],
    [
      'through a local that goes on round a loop from where another stays',
      [
        ...set(3, get(0)),
        ...store(get(0), constant(7)),
        ...loop(
          store(get(3), constant(7)),
          set(3, add(get(3), constant(5000))),
          leaveIf(0, tee(1, add(get(1), constant(-1)))),
        ),
      ],
      [6000, 9, 0],
    ],
    ['through what a call began with, in many branches', manyBranches(0), [70_000, 0, 3]],
    [
      'through a local of many branches that is set in some',
      [...when(get(2), set(3, get(0)), set(3, get(1))), ...manyBranches(3)],
      [70_000, 90_000, 3],
    ],
    ['through a local of many branches that is never set', manyBranches(4), [0, 0, 3]],
    ['through an address that goes round to the beginning', manyBranches(0, 32), [-16, 0, 3]],
    ['of sixteen bytes as far away as a mark reaches', storeOf(VECTOR_STORE, get(0), 256), [8191, 0, 0]],
    [
      'at a constant address',
      [...when(get(2), store(constant(6000), constant(7))), ...store(constant(6000), constant(9))],
      [0, 0, 0],
    ],
    ['where memory has just grown', [...grow(1), ...store(get(0), constant(7))], [BYTES + 6000, 0, 0]],
    [
      'after something was thrown before the first',
      [...attempt([...throwIt, ...store(get(0), constant(7))], []), ...store(get(0), constant(9))],
      [6000, 0, 0],
    ],
    [
      'where something is caught that was thrown before the first',
      attemptAll([...throwIt, ...store(get(0), constant(7))], store(get(0), constant(9))),
      [6000, 0, 0],
    ],
    [
      'where one kind of thing is caught that was thrown before the first',
      attempt([...throwIt, ...store(get(0), constant(7))], store(get(0), constant(9))),
      [6000, 0, 0],
    ],
    [
      'where something thrown is passed on',
      [...attempt(delegate(0, [...throwIt, ...store(get(0), constant(7))]), store(get(0), constant(9)))],
      [6000, 0, 0],
    ],
    [
      'behind a block that was left early, with something passed on in it',
      [...block(leaveIf(0, get(1)), store(get(0), constant(7)), delegate(0, [])), ...store(get(0), constant(9))],
      [6000, 1, 0],
    ],
    [
      'at a constant less an address',
      [...store(get(0), constant(7), 30_000), ...store(subtract(constant(30_000), get(0)), constant(9))],
      [20_000, 0, 0],
    ],
    [
      'behind code that is not reached',
      [...block(leave(0), storeOfNothing, store(get(0), constant(7))), ...store(get(0), constant(9))],
      [6000, 0, 0],
    ],
    [
      'when a block gives the value and changes the address',
      [
        ...store(get(0), constant(7)),
        ...store(get(0), blockOf(set(0, get(1)), constant(9))),
        ...store(get(0), constant(7)),
      ],
      [6000, 20_000, 0],
    ],
    [
      'at an address from a block',
      [...store(get(0), constant(7)), ...store(blockFrom(get(0), add([], constant(9000))), constant(9))],
      [6000, 0, 0],
    ],
    ['of many bytes', fill(get(0), constant(7), get(1)), [4000, 20_000, 0]],
    ['of one byte', fill(get(0), constant(7), constant(1)), [8192, 0, 0]],
    ['of a copy', copy(get(0), get(1), get(2)), [6000, 50_000, 12_289]],
  ]
  it.each(cases)('%s', (_, code, args) => {
    const { written, left } = writtenAndLeft(code, args)
    expect(written).toBeGreaterThan(0)
    expect(left).toEqual([])
  })

  it.each([
    ['of one lane', [...get(0), OP.vector, 12, ...Array<number>(16).fill(7), OP.vector, 91, 0, 0, 0]],
    ['of many threads', [...get(0), ...constant(7), 0xfe, 0x17, 2, 0]],
    ['of what the binary carries along', [...get(0), ...get(1), ...get(2), OP.bulk, 8, 0, 0]],
  ])('or is refused: one %s', (_, code) => {
    expect(() => writtenAndLeft(code, [])).toThrow('an operation that is not known here')
  })

  it('or is refused: one to another memory', () => {
    expect(() => writtenAndLeft([...get(0), ...constant(7), 0x36, 0x40, 0, 0], [])).toThrow('second memory')
  })

  it('and none where nothing is written', () => {
    expect(writtenAndLeft(fill(get(0), constant(7), constant(0)), [100, 0, 0])).toEqual({ written: 0, left: [] })
    // No room: the write fails, and so would one of a mark beyond the marks.
    expect(writtenAndLeft(store(get(0), constant(7)), [-4, 0, 0])).toEqual({ written: 0, left: [] })
  })
})

it.each([
  0,
  63,
  -64,
  64,
  -65,
  8191,
  -8193,
  2 ** 20,
  -(2 ** 20) - 1,
  -(2 ** 27),
  -(2 ** 27) - 1,
  2 ** 31 - 1,
  -(2 ** 31),
])('the constant %d is read as it was written', (n) => {
  expect(new Reader(new Writer().signed(n).written).signed()).toBe(n)
})

describe('whatever the code', () => {
  it(`nothing is left of it (FUZZ_SEED=${seed})`, () => {
    const random = randomFrom(seed)
    let written = 0
    for (let i = 0; i < ROUNDS; i++) {
      const { code, args } = randomCode(random, BYTES)
      const result = writtenAndLeft(code, args)
      written += result.written
      expect(result.left, `round ${i}: ${code.join(' ')} with ${args.join(', ')}`).toEqual([])
    }
    expect(written).toBeGreaterThan(ROUNDS)
  })
})

describe('the trampoline', () => {
  it('marks what it writes, wherever it is told to write', () => {
    const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES })
    const marks = new WebAssembly.Memory({ initial: MARKS_PAGES, maximum: MARKS_PAGES })
    const table = new WebAssembly.Table({ initial: 1, element: 'anyfunc' })
    const module = new WebAssembly.Module(markTrampoline(trampolineBinary()).buffer)
    const env = { memory, marks, __indirect_function_table: table }
    const { trampoline_call: call } = new WebAssembly.Instance(module, { env }).exports as {
      trampoline_call: (success: number, f: number, ...args: number[]) => number
    }
    const image = new Uint8Array(BYTES).fill(7)
    const linear = new LinearMemory()
    linear.attach(memory, marks)
    linear.become(image)
    const success = 3 * 4096 + 40
    // Nothing stands in the table: it writes that the call went wrong.
    call(success, 0, 0, 0, 0)
    expect(linear.u32(success)).toBe(0)
    linear.rewind(image)
    expect(linear.differences(image)).toEqual([])
  })
})
