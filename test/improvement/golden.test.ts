import { expect, it } from 'vitest'
import type { RoundOutcome, RoundToRate } from '../../server/improvement/outcome.ts'
import { rateRound } from '../../server/improvement/round.ts'
import { emptyState } from '../../server/improvement/state.ts'
import { rateTournament } from '../../server/improvement/tournament.ts'
import { reversed } from './builders.ts'
import { GOLDEN_DIFFICULTIES, GOLDEN_PLAYERS, GOLDEN_ROUNDS, GOLDEN_TONIGHT, TOLERANCE } from './golden.ts'

const rateAll = (rounds: RoundToRate[]): RoundOutcome[] => {
  let state = emptyState()
  return rounds.map((round) => {
    // As a server would keep it: through JSON.
    const rating = rateRound(JSON.parse(JSON.stringify(state)), round)
    state = rating.state
    return rating.outcome
  })
}

const near = (expected: number | null): unknown =>
  expected === null ? null : expect.toSatisfy((value: number) => Math.abs(value - expected) <= TOLERANCE, `${expected}`)

const expectGolden = (outcomes: RoundOutcome[]) => {
  GOLDEN_PLAYERS.forEach((players, i) => {
    for (const [player, [performance, level, sd, mark, kappa, gain]] of Object.entries(players))
      expect(outcomes[i]!.players[player], `round ${i + 1}, ${player}`).toMatchObject({
        performance: near(performance),
        level: near(level),
        sd: near(sd),
        mark: near(mark),
        kappa: near(kappa),
        gain: near(gain),
        flagged: false,
      })
    for (const [problem, difficulty] of Object.entries(GOLDEN_DIFFICULTIES[i]!))
      expect(outcomes[i]!.problems[problem]!.difficulty, `round ${i + 1}, ${problem}`).toEqual(near(difficulty))
  })
  const { tonight, sinceLastTime } = rateTournament('t1', outcomes)
  expect(Object.keys(tonight).toSorted()).toEqual(['a', 'b', 'c'])
  for (const [player, gain] of Object.entries(GOLDEN_TONIGHT)) expect(tonight[player]).toEqual(near(gain))
  expect(sinceLastTime).toEqual({})
}

it('gives the numbers of the description', () => {
  expectGolden(rateAll(GOLDEN_ROUNDS))
})

it('gives them whoever and whatever arrives first', () => {
  expectGolden(rateAll(GOLDEN_ROUNDS.map(reversed)))
})
