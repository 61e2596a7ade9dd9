import { LEVELS } from '../protocol/levels.ts'
import type { PersonalRecords } from './records.ts'

/** What is carried of a player from round to round. Plain data: it can be stored as JSON. */
export type PlayerState = {
  /** m, in logits. */
  level: number
  /** v. */
  variance: number
  /** G: the best level, fading by 0.07 a gap. */
  best: number
  /** The highest level ever, unfaded. */
  peak: number
  /** Index in `ImprovementState.tournaments` of the one last played. */
  tournament: number
  /** Rounds played with at least one observation. */
  rounds: number
  records: PersonalRecords
}

export type ProblemState = { difficulty: number; variance: number }

/** Sum and number of the difficulties that new puzzles of a level turned out to have. */
export type LevelState = { sum: number; count: number }

/** The one timeline of the installation, as it stands after its last round. */
export type ImprovementState = {
  players: Record<string, PlayerState>
  problems: Record<string, ProblemState>
  /** Levels 1 to 6. */
  levels: LevelState[]
  /** Tournament ids in the order in which each one's first round ended. */
  tournaments: string[]
}

const LEVEL_START = [-1.5, -0.9, -0.3, 0.3, 0.9, 1.5] as const
const LEVEL_PSEUDO_COUNT = 4

export const emptyState = (): ImprovementState => ({
  players: {},
  problems: {},
  levels: LEVELS.map(() => ({ sum: 0, count: 0 })),
  tournaments: [],
})

/** Reads by id; an id such as `constructor` is a name like any other. */
export const entryOf = <T>(record: Record<string, T>, id: string): T | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined

/** What a new puzzle of this level is expected to be. Throws `RangeError` on a level that is not 1 to 6. */
export const levelMean = (levels: LevelState[], level: number): number => {
  const start = LEVEL_START[level - 1]
  const seen = levels[level - 1]
  if (start === undefined || seen === undefined) throw new RangeError(`a level is 1 to 6, not ${level}`)
  return (LEVEL_PSEUDO_COUNT * start + seen.sum) / (LEVEL_PSEUDO_COUNT + seen.count)
}

/** A puzzle's difficulty as it is known now. */
export const difficultyOf = (state: ImprovementState, problem: { id: string; level: number }): number =>
  entryOf(state.problems, problem.id)?.difficulty ?? levelMean(state.levels, problem.level)
