import { describe, expect, it } from 'vitest'
import { markTrampoline, prepareBinary, readBinary } from '../../server/judge/languages/python/binary.ts'
import { LinearMemory } from '../../server/judge/languages/python/inside/memory.ts'
import { MARKS_PAGES } from '../../server/judge/languages/python/mark-writes.ts'
import { trampolineBinary } from '../../server/judge/languages/python/packages.ts'
import { VALUE, Writer } from '../../server/judge/languages/python/wasm-bytes.ts'
import { BULK, OP } from '../../server/judge/languages/python/wasm-operations.ts'
import { randomFrom } from '../support/random.ts'

const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))
const PAGES = 4
const BYTES = PAGES * 65_536
const PARAMS = 3
const LOCALS = 6
const EMPTY = 0x40

type Code = number[]
const number = (n: number): Code => [...new Writer().number(n).written]
const constant = (n: number): Code => [OP.constI32, ...new Writer().signed(n).written]
const get = (local: number): Code => [OP.getLocal, local]
const set = (local: number, value: Code): Code => [...value, OP.setLocal, local]
const tee = (local: number, value: Code): Code => [...value, OP.teeLocal, local]
const add = (a: Code, b: Code): Code => [...a, ...b, OP.addI32]
const store = (address: Code, value: Code, offset = 0): Code => [...address, ...value, 0x36, 0, ...number(offset)]
const block = (...code: Code[]): Code => [OP.block, EMPTY, ...code.flat(), OP.end]
const loop = (...code: Code[]): Code => [OP.loop, EMPTY, ...code.flat(), OP.end]
const when = (condition: Code, then: Code, otherwise: Code = []): Code => [
  ...[...condition, OP.if, EMPTY, ...then],
  ...(otherwise.length > 0 ? [OP.else, ...otherwise] : []),
  OP.end,
]
const leaveIf = (depth: number, condition: Code): Code => [...condition, 0x0d, depth]
const fill = (at: Code, value: Code, length: Code): Code => [...at, ...value, ...length, OP.bulk, BULK.fillMemory, 0]
const copy = (to: Code, from: Code, length: Code): Code => [...to, ...from, ...length, OP.bulk, BULK.copyMemory, 0, 0]

/** A module with one memory and one function of three numbers and three more locals. */
function moduleOf(code: Code): Uint8Array {
  const out = new Writer().put(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
  const section = (id: number, ...body: number[]): void => void out.put(id).block(Uint8Array.from(body))
  section(1, 1, 0x60, PARAMS, VALUE.i32, VALUE.i32, VALUE.i32, 0)
  section(3, 1, 0)
  section(5, 1, 1, PAGES, PAGES)
  section(7, 2, ...new Writer().text('f').put(0, 0).text('memory').put(2, 0).written)
  const body = [1, LOCALS - PARAMS, VALUE.i32, ...code, OP.end]
  section(10, 1, ...number(body.length), ...body)
  return out.written.slice()
}

/** Runs it, then rewinds; answers how many pieces were written to, and which are not as before. */
function writtenAndLeft(code: Code, args: number[]): { written: number; left: number[] } {
  const plain = moduleOf(code)
  const prepared = prepareBinary(plain, readBinary(plain), { minPages: PAGES, maxPages: PAGES })
  const { f, memory, ...others } = new WebAssembly.Instance(new WebAssembly.Module(prepared.buffer), {}).exports as {
    f: (...args: number[]) => void
    memory: WebAssembly.Memory
    'outdo:marks': WebAssembly.Memory
  }
  const linear = new LinearMemory()
  linear.attach(memory, others['outdo:marks'])
  const image = Uint8Array.from({ length: BYTES / 2 }, (_, i) => i % 251)
  linear.become(image)
  try {
    f(...args)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'RuntimeError') throw error
  }
  const written = linear.differences(image).length
  linear.rewind(image)
  return { written, left: linear.differences(image) }
}

/** Enough branches that write through a local for it to be marked when it is set; the third argument chooses one. */
const manyBranches = (local: number, more = 0): Code =>
  Array.from({ length: 40 }, (_, i) =>
    when([...get(2), ...constant(i), 0x46], store(add(get(local), constant(more)), constant(7), i)),
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
    ['through what a call began with, in many branches', manyBranches(0), [70_000, 0, 3]],
    [
      'through a local of many branches that is set in some',
      [...when(get(2), set(3, get(0)), set(3, get(1))), ...manyBranches(3)],
      [70_000, 90_000, 3],
    ],
    ['through a local of many branches that is never set', manyBranches(4), [0, 0, 3]],
    ['through an address that goes round to the beginning', manyBranches(0, 32), [-16, 0, 3]],
    ['of many bytes', fill(get(0), constant(7), get(1)), [4000, 20_000, 0]],
    ['of one byte', fill(get(0), constant(7), constant(1)), [8192, 0, 0]],
    ['of a copy', copy(get(0), get(1), get(2)), [6000, 50_000, 12_289]],
  ]
  it.each(cases)('%s', (_, code, args) => {
    const { written, left } = writtenAndLeft(code, args)
    expect(written).toBeGreaterThan(0)
    expect(left).toEqual([])
  })

  it('and none where nothing is written', () => {
    expect(writtenAndLeft(fill(get(0), constant(7), constant(0)), [100, 0, 0])).toEqual({ written: 0, left: [] })
    // No room: the write fails, and so would one of a mark beyond the marks.
    expect(writtenAndLeft(store(get(0), constant(7)), [-4, 0, 0])).toEqual({ written: 0, left: [] })
  })
})

describe('whatever the code', () => {
  const random = randomFrom(seed)
  const below = (most: number): number => Math.floor(random() * most)
  const any = <T>(...choices: (() => T)[]): T => choices[below(choices.length)]!()
  const local = (): number => below(LOCALS - 1)
  const expression = (depth = 2): Code =>
    any(
      () => constant(below(BYTES)),
      () => get(local()),
      () => (depth > 0 ? add(expression(depth - 1), expression(depth - 1)) : get(local())),
      () => (depth > 0 ? tee(local(), expression(depth - 1)) : get(local())),
      () => (depth > 0 ? [...expression(depth - 1), ...constant(BYTES - 1), 0x71, 0x28, 0, 0] : constant(4)),
    )
  const offset = (): number =>
    any(
      () => below(300),
      () => 4 * below(5),
      () => below(20_000),
    )
  /** Within the memory, mostly. */
  const address = (): Code =>
    any(
      () => get(local()),
      () => add(get(local()), constant(below(600) - 300)),
      () => [...get(local()), ...constant(below(600) - 300), OP.subI32],
      () => [...expression(), ...constant(BYTES - 1), 0x71],
    )
  /** From one local to another, or to itself. */
  const nearLocal = (): Code => add(get(local()), constant(below(600) - 300))
  const statement = (depth: number): Code =>
    any(
      () => store(address(), expression(), offset()),
      () => store(get(local()), expression(), offset()),
      () => set(local(), nearLocal()),
      () => store(tee(local(), nearLocal()), expression(), offset()),
      () => (depth > 0 ? often(local()) : []),
      () => set(local(), [...expression(), ...constant(BYTES / 2 - 1), 0x71]),
      () => fill(address(), constant(1), constant(below(9000))),
      () => copy(address(), address(), constant(below(9000))),
      () => (depth > 0 ? when(expression(), statements(depth - 1), statements(depth - 1)) : []),
      () => (depth > 0 ? block(statements(depth - 1), leaveIf(0, expression()), statements(depth - 1)) : []),
      () => (depth > 0 ? rounds(depth) : []),
    )
  /** Writes through one local in many branches. */
  const often = (local: number): Code =>
    Array.from({ length: 20 }, () => when(expression(), store(get(local), expression(), offset()))).flat()
  const counter = LOCALS - 1
  /** A loop that ends: what is inside may not begin the count anew. */
  const rounds = (depth: number): Code => [
    ...set(counter, constant(3)),
    ...loop(statements(depth - 1, false), leaveIf(0, tee(counter, add(get(counter), constant(-1))))),
  ]
  const statements = (depth: number, loops = true): Code =>
    Array.from({ length: 1 + below(5) }, () => statement(loops ? depth : 0)).flat()

  it(`nothing is left of it (FUZZ_SEED=${seed})`, () => {
    let written = 0
    for (let i = 0; i < 300; i++) {
      const code = statements(3)
      const args = [below(BYTES), below(BYTES), below(2)]
      const result = writtenAndLeft(code, args)
      written += result.written
      expect(result.left, `round ${i}: ${code.join(' ')} with ${args.join(', ')}`).toEqual([])
    }
    expect(written).toBeGreaterThan(300)
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
