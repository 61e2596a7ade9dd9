import type { AwardContext } from '../../server/improvement/awards.ts'
import { compareIds, type Observation, type Observations } from '../../server/improvement/observation.ts'
import type { PlayerOutcome, RoundOutcome, RoundToRate } from '../../server/improvement/outcome.ts'
import type { PlayedRound } from '../../server/improvement/plays.ts'
import { openTimeline } from '../../server/improvement/replay.ts'

const NOTATION = /^(?:(?<minutes>[\d.]+)|–)(?:\+(?<wrong>\d+)w)?(?:\+(?<hints>\d+)h)?$/

/** `6` solved in 6 minutes, `+1w` one wrong submission, `+1h` one hint, `–` unsolved, `null` no observation. */
const observation = (text: string, order: number): Observation | null => {
  if (text === 'null') return null
  const groups = NOTATION.exec(text)?.groups
  if (groups === undefined) throw new Error(`not a result: ${text}`)
  const rest = { order, wrong: Number(groups.wrong ?? 0), hints: Number(groups.hints ?? 0), pasted: false as const }
  return groups.minutes === undefined
    ? { solved: false, minutes: null, ...rest }
    : { solved: true, minutes: Number(groups.minutes), ...rest }
}

/** A row of results such as `6, 14+1w, –+2w`, tried in that order. */
export const row = (text: string): Observations => text.split(', ').map((cell, i) => observation(cell.trim(), i + 1))

/** A round such as `round('t1', 'p1:2 p2:4', { ada: '6, –' })`; each puzzle with its level. */
export const round = (tournament: string, problems: string, results: Record<string, string>): RoundToRate => ({
  id: `${tournament} ${problems}`,
  tournament,
  problems: problems.split(' ').map((problem) => {
    const [id, level] = problem.split(':')
    return { id: id!, level: Number(level) }
  }),
  results: Object.fromEntries(Object.entries(results).map(([player, text]) => [player, row(text)])),
})

/** No awards before, and no host who has looked at a flag. */
export const noContext: AwardContext = { earlierAwards: new Map(), cleared: new Set(), struck: new Set() }

/** Rates rounds in this order, from nothing. */
export const play = (...rounds: RoundToRate[]): PlayedRound[] => {
  const timeline = openTimeline()
  return rounds.map((each) => ({ round: each, outcome: timeline.rate(each) }))
}

export const outcomesOf = (rounds: PlayedRound[]): RoundOutcome[] => rounds.map(({ outcome }) => outcome)

/** A played round with figures of some players set as a test needs them. */
export const withFigures = (played: PlayedRound, figures: Record<string, Partial<PlayerOutcome>>): PlayedRound => ({
  ...played,
  outcome: {
    ...played.outcome,
    players: Object.fromEntries(
      Object.entries(played.outcome.players).map(([player, outcome]) => [player, { ...outcome, ...figures[player] }]),
    ),
  },
})

/** The same round with everybody and every puzzle arriving the other way round. */
export const reversed = (one: RoundToRate): RoundToRate => ({
  ...one,
  problems: one.problems.toReversed(),
  results: Object.fromEntries(
    Object.entries(one.results)
      .toSorted(([a], [b]) => compareIds(b, a))
      .map(([player, observations]) => [player, observations.toReversed()]),
  ),
})
