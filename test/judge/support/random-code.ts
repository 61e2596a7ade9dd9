import * as wasm from './wasm-code.ts'
import type { Code } from './wasm-code.ts'

const PIECE = 4096
const MOST_DEPTH = 4
/** The last local counts how often code may still go back or leave where it could be for ever. */
const FUEL = wasm.LOCALS - 1
/** Set in few places, and so marked as it is set where it is written through in many. */
const STEADY = 2

type Label = 'left' | 'gone round' | 'never named'

/** Random functions that write here and there in a memory of `bytes`, and always end. */
export function randomCode(random: () => number, bytes: number): { code: Code; args: number[] } {
  const below = (most: number): number => Math.floor(random() * most)
  const oneIn = (n: number): boolean => below(n) === 0
  const oneOf = <T>(items: readonly T[]): T => items[below(items.length)]!
  const any = <T>(...choices: (() => T)[]): T => oneOf(choices)()
  /** What a branch can name, the innermost first; the function itself is the last. */
  const labels: Label[] = ['left']
  const inside = (label: Label, code: () => Code): Code => {
    labels.unshift(label)
    const made = code()
    labels.shift()
    return made
  }

  const nearAnEdge = (): number => PIECE * below(bytes / PIECE) + below(40) - 20
  /** Some reach as far as a mark does, some a bit farther, some go round. */
  const anyDistance = (): number =>
    any(
      () => below(600) - 300,
      () => 4 * below(6),
      () => 256 * (below(3) - 1) + below(5) - 2,
      () => PIECE * (below(5) - 2) + below(40) - 20,
      () => PIECE * (below(5) - 2),
      () => (oneIn(12) ? 2 ** 31 * (below(2) - 1) + below(9) - 4 : 0),
    )
  // A function has its own few distances and addresses: what is wrong shows where the same ones meet again.
  const distances = [anyDistance(), anyDistance()]
  const distance = (): number => (oneIn(4) ? anyDistance() : oneOf([1, -1]) * oneOf(distances))
  const anyOffset = (): number =>
    any(
      () => 4 * below(6),
      () => below(300),
      () => 250 + below(20),
      () => PIECE * below(4) + below(20),
      () => (oneIn(40) ? 2 ** 32 - 1 - below(9000) : 0),
    )
  const offset = (): number => (oneIn(3) ? anyOffset() : Math.max(0, oneOf([0, ...distances]), 0 - oneOf(distances)))
  const favourites = [below(FUEL), below(FUEL)]
  const local = (): number => (oneIn(4) ? below(FUEL) : oneOf(favourites))
  const target = (): number => {
    const local = oneIn(3) ? below(FUEL) : oneOf(favourites)
    return local === STEADY && !oneIn(15) ? below(STEADY) : local
  }
  const withinMemory = (value: Code): Code => wasm.and(value, wasm.constant(bytes - 1))

  const near = (value: Code): Code =>
    any(
      () => wasm.add(value, wasm.constant(distance())),
      () => wasm.add(wasm.constant(distance()), value),
      () => wasm.subtract(value, wasm.constant(distance())),
      () => value,
    )
  const number = (depth: number): Code => {
    if (depth <= 0)
      return any(
        () => wasm.get(local()),
        () => wasm.constant(nearAnEdge()),
      )
    return any(
      () => wasm.constant(nearAnEdge()),
      () => wasm.get(local()),
      () => near(number(depth - 1)),
      () => wasm.add(number(depth - 1), number(depth - 1)),
      () => wasm.subtract(wasm.constant(distance()), number(depth - 1)),
      () => wasm.tee(target(), number(depth - 1)),
      () => wasm.load(withinMemory(number(depth - 1))),
      () => wasm.call(number(depth - 1)),
      () => wasm.select(number(depth - 1), number(depth - 1), condition()),
      () => wasm.typedSelect(number(depth - 1), number(depth - 1), condition()),
      () => inside('never named', () => wasm.blockOf(statements(depth - 1), number(depth - 1))),
      () => inside('gone round', () => wasm.loopOf(statements(depth - 1), number(depth - 1))),
      () => {
        const withValue = (): Code => inside('never named', () => [...statements(depth - 1), ...number(depth - 1)])
        return wasm.whenOf(condition(), withValue(), withValue())
      },
      () => wasm.blockFrom(number(depth - 1), near([])),
    )
  }
  const condition = (): Code => oneOf([wasm.and(number(1), wasm.constant(1)), wasm.get(below(2))])
  /** Mostly within the memory. */
  const address = (): Code =>
    any(
      () => wasm.get(local()),
      () => near(wasm.get(local())),
      () => near(near(wasm.get(local()))),
      // It waits on the stack while something else is done.
      () => [...near(wasm.get(local())), ...statement(0)],
      () => wasm.constant(nearAnEdge()),
      () => wasm.add(wasm.constant(nearAnEdge()), wasm.constant(distance())),
      () => wasm.tee(target(), near(wasm.get(local()))),
      () => withinMemory(number(2)),
    )
  const length = (): Code => wasm.constant(oneIn(5) ? below(9000) : below(40))

  const depthsOf = (...wanted: Label[]): number[] => labels.flatMap((label, i) => (wanted.includes(label) ? [i] : []))
  /** Seldom the last, which is the function: what follows would not be reached. */
  const among = (depths: number[]): number => oneOf(oneIn(20) || depths.length === 1 ? depths : depths.slice(0, -1))
  const branchTo = (depths: number[]): Code =>
    any(
      () => wasm.leaveIf(among(depths), condition()),
      () => wasm.leave(among(depths)),
      () => wasm.leaveBy(number(1), [among(depths), among(depths)], among(depths)),
    )
  const branch = (): Code => {
    const ends = depthsOf('left')
    if (ends.length === 1 && !oneIn(20)) return goBack()
    return any(
      () => wasm.leaveIf(among(ends), condition()),
      () => branchTo(ends),
      () => [...branchTo(ends), ...wasm.storeOf(below(wasm.KINDS_OF_STORE), address(), offset())],
      () => [...wasm.leave(among(ends)), ...wasm.storeOfNothing],
      () => wasm.when(condition(), oneIn(4) ? wasm.giveBack : wasm.throwIt),
      goBack,
    )
  }
  /** A branch to wherever, loops too, as long as there is fuel. */
  const goBack = (): Code =>
    wasm.when(wasm.get(FUEL), [
      ...wasm.set(FUEL, wasm.subtract(wasm.get(FUEL), wasm.constant(1))),
      ...inside('left', () => branchTo(depthsOf('left', 'gone round'))),
    ])

  const statement = (depth: number): Code =>
    any(
      () => wasm.storeOf(below(wasm.KINDS_OF_STORE), address(), offset()),
      () => wasm.storeOf(below(wasm.KINDS_OF_STORE), wasm.get(local()), offset()),
      () => wasm.store(address(), number(depth), offset()),
      () => wasm.store(address(), number(depth), offset()),
      () => wasm.set(target(), near(wasm.get(local()))),
      () => wasm.set(target(), near(wasm.get(local()))),
      walk,
      walk,
      () => wasm.set(target(), withinMemory(number(depth))),
      () => wasm.dropped(number(depth)),
      () => wasm.fill(address(), wasm.constant(7), length()),
      () => wasm.copy(address(), address(), length()),
      () => (oneIn(10) ? wasm.grow(1) : []),
      branch,
      () => (depth > 0 ? nested(depth - 1) : []),
      () => (depth > 0 ? nested(depth - 1) : []),
    )
  /** Stores that a mark for one may serve, and between them what may move an address, on one way or on all. */
  const walk = (): Code => {
    const at = target()
    const other = local()
    const by = oneOf(distances)
    const either = (): Code => wasm.get(oneOf([at, other]))
    const write = (): Code => {
      const kind = below(wasm.KINDS_OF_STORE)
      return wasm.storeOf(kind, oneOf([either(), near(either())]), Math.max(0, oneOf([0, by, -by])))
    }
    const value = any(
      () => wasm.add(either(), wasm.constant(by)),
      () => near(wasm.get(local())),
      () => number(0),
    )
    const move = wasm.set(at, value)
    const between = any(
      () => move,
      () => wasm.store(wasm.get(at), wasm.tee(at, value)),
      () => wasm.when(condition(), move),
      () => wasm.when(condition(), write(), move),
      () =>
        wasm.block(
          inside('left', () => wasm.leaveIf(0, condition())),
          oneOf([move, write()]),
        ),
      () => wasm.loop(write(), move, write(), inside('gone round', goBack)),
      () => wasm.attempt([...inside('left', () => wasm.when(condition(), wasm.throwIt)), ...write()], move),
    )
    const [first, second] = oneOf([[at, other] as const, [other, at] as const])
    const follow = wasm.set(first, oneOf([wasm.get(second), wasm.add(wasm.get(second), wasm.constant(by))]))
    return [...(oneIn(2) ? follow : []), ...(oneIn(2) ? write() : []), ...between, ...write(), ...write()]
  }
  const nested = (depth: number): Code => {
    const within = (label: Label): Code => inside(label, () => statements(depth))
    return any(
      () => wasm.when(condition(), within('left')),
      () => wasm.when(condition(), within('left'), within('left')),
      () => wasm.block(within('left')),
      () => wasm.loop(inside('gone round', () => [...statements(depth), ...goBack()])),
      () => wasm.loop(inside('gone round', () => [...statements(depth), ...goBack()])),
      () => wasm.attempt(within('left'), within('left')),
      () => wasm.attemptAll(within('left'), within('left')),
      () => wasm.delegate(below(labels.length), within('left')),
      () => writtenThroughOften(oneOf([STEADY, local()])),
    )
  }
  const writtenThroughOften = (local: number): Code =>
    Array.from({ length: 20 }, () =>
      wasm.when(condition(), wasm.store(near(wasm.get(local)), wasm.constant(7), offset())),
    ).flat()
  const statements = (depth: number): Code => Array.from({ length: 1 + below(4) }, () => statement(depth)).flat()

  const argument = (): number => (oneIn(6) ? -below(600) : nearAnEdge())
  const fuel = wasm.set(FUEL, wasm.constant(6))
  return {
    code: [...fuel, ...statements(MOST_DEPTH), ...statements(MOST_DEPTH)],
    args: [argument(), argument(), argument()],
  }
}
