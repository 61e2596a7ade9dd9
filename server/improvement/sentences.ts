import type { FirstSentence, RoundSentence, SeasonSentence } from '../protocol/sentences.ts'
import { displayed } from './display.ts'
import type { PlayerOutcome } from './outcome.ts'
import { ROUNDS_FOR_SEASON } from './season.ts'
import { riseOver, type Step } from './smoothing.ts'

const MOST_FIRSTS = 3

/** How a round went against one's own mark: in numbers as displayed, so that the sentence agrees with the chart. */
const roundSentence = (outcome: PlayerOutcome): RoundSentence => {
  if (outcome.observed === 0) return { code: 'nothing-new', params: {} }
  const newMark = displayed(outcome.best)
  if (outcome.mark === null) return { code: 'first-mark', params: { mark: newMark } }
  const mark = displayed(outcome.mark)
  const performance = displayed(outcome.performance)
  if (performance < mark) return { code: 'below-mark', params: { mark, performance } }
  if (newMark <= mark || performance === mark) return { code: 'met-mark', params: { mark, performance } }
  return { code: 'beat-mark', params: { mark, performance, newMark } }
}

/** What a player reads after a round: how it went, then at most three things they had never done before, never none. */
export const sentencesOf = (outcome: PlayerOutcome): [RoundSentence, ...FirstSentence[]] => [
  roundSentence(outcome),
  ...outcome.firsts.slice(0, MOST_FIRSTS),
]

/**
 * What a season says to one player about themselves; null before a first round in it. `steps` are their rounds on the
 * timeline, those of the season counted. Levels are smoothed: each as all rounds of the stretch together tell it.
 */
export const seasonSentence = (steps: Step<PlayerOutcome>[]): SeasonSentence | null => {
  const own = steps.filter(({ counts, outcome }) => counts && outcome.observed > 0)
  const last = own.at(-1)
  if (last === undefined) return null
  const over = riseOver(steps, ROUNDS_FOR_SEASON)
  if (over === null) return { code: 'season-begun', params: { count: own.length, needed: ROUNDS_FOR_SEASON } }
  const { count } = over
  const [from, to] = [displayed(over.from), displayed(over.to)]
  if (to > from) return { code: 'season-climbed', params: { count, from, to } }
  return { code: 'season-held', params: { count, mark: displayed(last.outcome.best) } }
}
