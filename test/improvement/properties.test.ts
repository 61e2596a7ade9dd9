import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Observation } from '../../server/improvement/observation.ts'
import type { RoundOutcome, RoundToRate } from '../../server/improvement/outcome.ts'
import { replay } from '../../server/improvement/replay.ts'
import { rateRound } from '../../server/improvement/round.ts'
import { rateSeason } from '../../server/improvement/season.ts'
import { sentencesOf } from '../../server/improvement/sentences.ts'
import type { ImprovementState } from '../../server/improvement/state.ts'
import { emptyState } from '../../server/improvement/state.ts'
import { reversed } from './builders.ts'

const observation: fc.Arbitrary<Observation | null> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 3,
    arbitrary: fc.record({
      solved: fc.constant(false as const),
      minutes: fc.constant(null),
      pasted: fc.constant(false as const),
      order: fc.option(fc.nat(9)),
      wrong: fc.nat(30),
      hints: fc.nat(3),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      solved: fc.constant(true as const),
      minutes: fc.double({ min: 0.05, max: 180, noNaN: true }),
      pasted: fc.boolean(),
      order: fc.option(fc.nat(9)),
      wrong: fc.nat(30),
      hints: fc.nat(3),
    }),
  },
)

// Names that a careless look-up in a plain object would find there already.
const players = fc.uniqueArray(fc.constantFrom('ada', 'Ben', 'constructor', 'toString', '42', '7', 'z', '_x'), {
  minLength: 0,
  maxLength: 8,
})
const problems = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('a', 'b', 'constructor', '1', '10', '9'), level: fc.integer({ min: 1, max: 6 }) }),
  { minLength: 1, maxLength: 6, selector: ({ id }) => id },
)
const round: fc.Arbitrary<RoundToRate> = fc
  .tuple(fc.constantFrom('t1', 't2', 't3'), players, problems)
  .chain(([tournament, ids, puzzles]) =>
    fc
      .tuple(...ids.map(() => fc.array(observation, { minLength: puzzles.length, maxLength: puzzles.length })))
      .map((rows) => ({
        id: 'round',
        tournament,
        problems: puzzles,
        results: Object.fromEntries(ids.map((id, i) => [id, rows[i]!])),
      })),
  )
const rounds = fc
  .array(round, { minLength: 1, maxLength: 7 })
  .map((list) => list.map((one, i) => ({ ...one, id: `round-${i}` })))

const oneByOne = (list: RoundToRate[], from: ImprovementState = emptyState()) => {
  let state = from
  const outcomes = list.map((each): RoundOutcome => {
    const rating = rateRound(state, each)
    state = rating.state
    return rating.outcome
  })
  return { state, outcomes }
}

const deepFrozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFrozen)
  return value
}
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value))

it('the order of arrival of players and puzzles changes nothing, to the last bit', () => {
  fc.assert(
    fc.property(rounds, (list) => {
      expect(oneByOne(list.map(reversed))).toEqual(oneByOne(list))
    }),
  )
})

it('a replay gives what rating one by one gave, and a stored state is gone on from as if nothing had been', () => {
  fc.assert(
    fc.property(rounds, fc.nat(7), (list, cut) => {
      const whole = oneByOne(list)
      expect([...replay(list)]).toEqual(whole.outcomes)
      const { state } = oneByOne(list.slice(0, cut))
      expect(oneByOne(list.slice(cut), throughJson(state)).state).toEqual(whole.state)
      expect([...replay(list.slice(cut), throughJson(state))]).toEqual(whole.outcomes.slice(cut))
    }),
  )
})

it('mutates nothing it is given', () => {
  fc.assert(
    fc.property(rounds, (list) => {
      const frozen = deepFrozen(throughJson(list))
      let state = deepFrozen(emptyState())
      for (const each of frozen) state = deepFrozen(rateRound(state, each).state)
      expect([...replay(frozen, state)]).toHaveLength(list.length)
    }),
  )
})

it('every figure is a number, and every sentence can be said, whatever the results', () => {
  fc.assert(
    fc.property(rounds, (list) => {
      const { outcomes } = oneByOne(list)
      for (const { players: own } of outcomes)
        for (const outcome of Object.values(own)) {
          const { mark, kappa, gain, level, levelBefore, form, best, sd } = outcome
          const figures = Object.values(outcome).filter((figure) => typeof figure === 'number')
          expect(figures.every(Number.isFinite)).toBe(true)
          expect(sd).toBeGreaterThan(0)
          expect(best).toBeGreaterThanOrEqual(level)
          // The level moves towards the form of the day, and never past it.
          expect((level - levelBefore) * (form - level)).toBeGreaterThanOrEqual(-1e-12)
          expect(gain === null).toBe(mark === null)
          if (mark !== null) expect(gain).toBe(kappa! * (form - mark))
          const [result, ...firsts] = sentencesOf(outcome)
          expect(firsts.length).toBeGreaterThan(0)
          if (result.code === 'beat-mark') expect(result.params.newMark).toBeGreaterThan(result.params.mark)
          if (result.code === 'below-mark') expect(result.params.performance).toBeLessThan(result.params.mark)
        }
      expect(Object.values(rateSeason(outcomes)).every(Number.isFinite)).toBe(true)
    }),
  )
})

it('players who did not play are as they were', () => {
  fc.assert(
    fc.property(rounds, round, (list, next) => {
      const { state } = oneByOne(list)
      const after = rateRound(state, { ...next, id: 'next' }).state
      for (const [id, player] of Object.entries(state.players))
        if (!Object.hasOwn(next.results, id)) expect(after.players[id]).toBe(player)
    }),
  )
})

it('lifting one player’s every result lifts their performance', () => {
  fc.assert(
    fc.property(round, (base) => {
      const [player] = Object.keys(base.results)
      fc.pre(player !== undefined && base.results[player]!.some((one) => one !== null))
      const best = base.results[player!]!.map(
        (one) => one && { ...one, solved: true as const, minutes: 0.05, wrong: 0, hints: 0 },
      )
      const lifted = { ...base, results: { ...base.results, [player!]: best } }
      const performance = (one: RoundToRate) => rateRound(emptyState(), one).outcome.players[player!]!.performance
      expect(performance(lifted)).toBeGreaterThanOrEqual(performance(base) - 1e-9)
    }),
  )
})
