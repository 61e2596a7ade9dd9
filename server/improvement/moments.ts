import type { MomentSentence } from '../protocol/sentences.ts'
import { displayedMinutes } from './display.ts'
import { expectedLogTime, expectedMinutes, logTimeOf, TIME_VARIANCE } from './model.ts'
import type { OwnRound } from './plays.ts'
import { chanceOf } from './plays.ts'
import { solvesOf } from './records.ts'

/** `surprise` is −ln of how likely it was, so that different kinds of moments can stand against one another. */
export type Moment = { surprise: number; sentence: MomentSentence }

/** A level one had never solved before is worth twice as unlikely a solve; in a first round every level is new. */
const NEW_LEVEL_BONUS = Math.LN2
const MILESTONES = [5, 10, 25, 50, 100, 200, 500]
const MILESTONE_SURPRISE = Math.log(3)

/** −ln Φ(z), by the logistic curve closest to the normal one. */
const surpriseOfTime = (z: number): number => Math.log1p(Math.exp(-1.702 * z))

const solveMoments = ({ outcome, plays }: OwnRound): Moment[] =>
  solvesOf(plays).flatMap((play) => {
    const { problem, level, difficulty, observation } = play
    const hardness = -Math.log(chanceOf(play, outcome.form))
    const moments: Moment[] = [{ surprise: hardness, sentence: { code: 'moment-hardest-solve', params: { problem } } }]
    const isNewLevel = outcome.firsts.some(
      (first) => first.code === 'first-at-level' && first.params.problem === problem,
    )
    if (isNewLevel && !outcome.newcomer)
      moments.push({
        surprise: hardness + NEW_LEVEL_BONUS,
        sentence: { code: 'moment-new-level', params: { problem, level } },
      })
    const x = outcome.form - difficulty
    const minutes = displayedMinutes(observation.minutes)
    const expected = displayedMinutes(expectedMinutes(x))
    if (minutes < expected) {
      const logTime = logTimeOf(observation.minutes, observation.wrong, observation.hints)
      const z = (logTime - expectedLogTime(x)) / Math.sqrt(TIME_VARIANCE)
      moments.push({
        surprise: surpriseOfTime(z),
        sentence: { code: 'moment-fastest-solve', params: { problem, minutes, expected } },
      })
    }
    return moments
  })

/** One's own best of these rounds; there is always one, since having played counts. */
export const momentOf = (own: OwnRound[]): Moment => {
  const last = own.at(-1)?.outcome
  const count = Math.max(1, (last?.roundsBefore ?? 0) + ((last?.observed ?? 0) > 0 ? 1 : 0))
  const played: Moment = {
    surprise: MILESTONES.includes(count) ? MILESTONE_SURPRISE : 0,
    sentence: { code: 'moment-rounds-played', params: { count } },
  }
  return own.flatMap(solveMoments).reduce((best, moment) => (moment.surprise > best.surprise ? moment : best), played)
}
