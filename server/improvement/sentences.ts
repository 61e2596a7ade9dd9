import type { FirstSentence, RoundSentence } from '../protocol/sentences.ts'
import { displayed } from './display.ts'
import type { PlayerOutcome } from './outcome.ts'

const MOST_FIRSTS = 3

/** How a round went against one's own mark: in numbers as displayed, so that the sentence agrees with the chart. */
export const roundSentence = (outcome: PlayerOutcome): RoundSentence => {
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
