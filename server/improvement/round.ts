import type { Cells, Fit } from './model.ts'
import { fitRound, logTimeOf, performancesOf } from './model.ts'
import type { Observations, Play } from './observation.ts'
import type { PlayerOutcome, ProblemOutcome, RoundOutcome, RoundToRate } from './outcome.ts'
import { fadedBest, gapOf, markOf, tournamentIndex } from './mark.ts'
import { compareIds } from './observation.ts'
import { firstsOf, noRecords, recordsAfter } from './records.ts'
import type { ImprovementState, LevelState, PlayerState, ProblemState } from './state.ts'
import { entryOf, levelMean } from './state.ts'

export type { PlayerOutcome, ProblemOutcome, RoundOutcome, RoundToRate } from './outcome.ts'

/** What a round changes in the state. */
export type Changes = {
  players: [id: string, PlayerState][]
  problems: [id: string, ProblemState][]
  levels: LevelState[]
  tournaments: string[]
}

const NEWCOMER_VARIANCE = 6
const DRIFT_PER_GAP = 0.1
const DAY_VARIANCE = 0.15
const SHARE_OF_GAIN = 0.1
const LEAST_INFORMATION = 1e-3
const NEW_PROBLEM_VARIANCE = 0.36
const PROBLEM_DRIFT = 0.01
const EXCEPTIONAL = 2.5

type Prior = {
  id: string
  known: PlayerState | undefined
  gap: number
  level: number
  priorVariance: number
  formVariance: number
}

const priorOf = (id: string, known: PlayerState | undefined, tournament: number): Prior => {
  const gap = known === undefined ? 1 : gapOf(known, tournament)
  const priorVariance =
    known === undefined ? NEWCOMER_VARIANCE : Math.min(NEWCOMER_VARIANCE, known.variance + DRIFT_PER_GAP * gap)
  return { id, known, gap, level: known?.level ?? 0, priorVariance, formVariance: priorVariance + DAY_VARIANCE }
}

const outcomeOf = (
  { known, gap, level: levelBefore, priorVariance, formVariance }: Prior,
  form: number,
  performance: number,
  sumOfInformation: number,
): Omit<PlayerOutcome, 'firsts' | 'observed'> => {
  const information = Math.max(LEAST_INFORMATION, sumOfInformation)
  const noise = DAY_VARIANCE + 1 / information
  const level = levelBefore + (priorVariance / formVariance) * (form - levelBefore)
  const variance = priorVariance - priorVariance ** 2 / (priorVariance + noise)
  const mark = known === undefined ? null : markOf(known, gap)
  const kappa = known === undefined ? null : SHARE_OF_GAIN / formVariance
  const surprise = ((form - levelBefore) * (formVariance + 1 / information)) / formVariance
  return {
    performance,
    level,
    sd: Math.sqrt(variance),
    mark,
    kappa,
    gain: mark === null || kappa === null ? null : kappa * (form - mark),
    flagged: known !== undefined && surprise > EXCEPTIONAL * Math.sqrt(priorVariance + noise),
    newcomer: known === undefined,
    roundsBefore: known?.rounds ?? 0,
    levelBefore,
    priorVariance,
    formVariance,
    variance,
    form,
    information,
    gap,
    bestBefore: known?.best ?? null,
    best: known === undefined ? level : Math.max(level, fadedBest(known, gap)),
    peakBefore: known?.peak ?? null,
  }
}

/** A puzzle of the round; `column` is its place in the results' rows. */
type Column = { id: string; level: number; column: number; known: ProblemState | undefined; prior: ProblemState }

const columnsOf = (state: ImprovementState, round: RoundToRate): Column[] =>
  round.problems
    .map(({ id, level }, column): Column => {
      const known = entryOf(state.problems, id)
      const prior = known ?? { difficulty: levelMean(state.levels, level), variance: NEW_PROBLEM_VARIANCE }
      return { id, level, column, known, prior }
    })
    .toSorted((a, b) => compareIds(a.id, b.id))

const cellsOf = (rows: Observations[], columns: Column[]): Cells => {
  const cells: Cells = { player: [], problem: [], solved: [], logTime: [] }
  rows.forEach((row, player) => {
    columns.forEach(({ column }, problem) => {
      const observation = row[column] ?? null
      if (observation === null) return
      cells.player.push(player)
      cells.problem.push(problem)
      cells.solved.push(observation.solved ? 1 : 0)
      cells.logTime.push(observation.solved ? logTimeOf(observation.minutes, observation.wrong, observation.hints) : 0)
    })
  })
  return cells
}

const ratedProblems = (columns: Column[], fit: Fit): [string, ProblemState][] =>
  columns.map(({ id, prior }, i) => {
    const variance = 1 / (1 / prior.variance + 0.5 * fit.problemInformation[i]!) + PROBLEM_DRIFT
    return [id, { difficulty: fit.difficulty[i]!, variance }]
  })

const problemOutcome = (level: number, { difficulty, variance }: ProblemState): ProblemOutcome => ({
  difficulty,
  sd: Math.sqrt(variance),
  level,
})

/** A puzzle seen for the first time moves its level's running mean. */
const levelsAfter = (levels: LevelState[], columns: Column[], fit: Fit): LevelState[] => {
  const after = levels.map((level) => ({ ...level }))
  columns.forEach(({ known, level }, i) => {
    const seen = after[level - 1]!
    if (known !== undefined) return
    seen.sum += fit.difficulty[i]!
    seen.count++
  })
  return after
}

const playsOf = (row: Observations, columns: Column[], fit: Fit): Play[] =>
  columns.flatMap(({ id, level, column }, i) => {
    const observation = row[column] ?? null
    return observation === null ? [] : [{ problem: id, level, difficulty: fit.difficulty[i]!, observation }]
  })

const playerAfter = (
  known: PlayerState | undefined,
  outcome: PlayerOutcome,
  records: PlayerState['records'],
  tournament: number,
): PlayerState => ({
  level: outcome.level,
  variance: outcome.variance,
  best: outcome.best,
  peak: Math.max(known?.peak ?? -Infinity, outcome.level),
  tournament,
  rounds: outcome.roundsBefore + (outcome.observed > 0 ? 1 : 0),
  records,
})

/**
 * Rates one round against the state before it; the order of players and problems in `round` makes no difference.
 * Throws `RangeError` on an unknown level or a puzzle named twice.
 */
export const evaluateRound = (
  state: ImprovementState,
  round: RoundToRate,
): { outcome: RoundOutcome; changes: Changes } => {
  if (new Set(round.problems.map(({ id }) => id)).size < round.problems.length)
    throw new RangeError(`round ${round.id} names a puzzle twice`)
  const tournament = tournamentIndex(state, round.tournament)
  const ids = Object.keys(round.results).toSorted(compareIds)
  const rows = ids.map((id) => round.results[id]!)
  const all = columnsOf(state, round)
  // A puzzle on which nobody was judged taught nothing: it stays as it was, and new if it was.
  const columns = all.filter(({ column }) => rows.some((row) => (row[column] ?? null) !== null))
  const unjudged = all.filter((column) => !columns.includes(column))
  const priors = ids.map((id) => priorOf(id, entryOf(state.players, id), tournament))

  const cells = cellsOf(rows, columns)
  const fit = fitRound(
    cells,
    { mean: priors.map(({ level }) => level), variance: priors.map(({ formVariance }) => formVariance) },
    { mean: columns.map(({ prior }) => prior.difficulty), variance: columns.map(({ prior }) => prior.variance) },
  )
  const performances = performancesOf(
    cells,
    fit,
    priors.map(({ level }) => level),
  )

  const players: [string, PlayerOutcome][] = []
  const changed: [string, PlayerState][] = []
  priors.forEach((prior, i) => {
    const plays = playsOf(rows[i]!, columns, fit)
    const before = prior.known?.records ?? noRecords()
    const records = recordsAfter(before, plays)
    const rated = outcomeOf(prior, fit.form[i]!, performances[i]!, fit.playerInformation[i]!)
    const rounds = rated.roundsBefore + (plays.length > 0 ? 1 : 0)
    const outcome = { ...rated, observed: plays.length, firsts: firstsOf(before, records, plays, rounds) }
    players.push([prior.id, outcome])
    // Nothing was seen of a newcomer: the next round is still their first.
    if (prior.known !== undefined || plays.length > 0)
      changed.push([prior.id, playerAfter(prior.known, outcome, records, tournament)])
  })

  const problems = ratedProblems(columns, fit)
  return {
    outcome: {
      round: round.id,
      tournament: round.tournament,
      players: Object.fromEntries(players),
      problems: Object.fromEntries([
        ...columns.map(({ id, level }, i) => [id, problemOutcome(level, problems[i]![1])]),
        ...unjudged.map(({ id, level, prior }) => [id, problemOutcome(level, prior)]),
      ]),
    },
    changes: {
      players: changed,
      problems,
      levels: levelsAfter(state.levels, columns, fit),
      tournaments: tournament < state.tournaments.length ? state.tournaments : [...state.tournaments, round.tournament],
    },
  }
}

/** Rates one round: the state after it, and what it said about everyone. Mutates nothing. */
export const rateRound = (
  state: ImprovementState,
  round: RoundToRate,
): { state: ImprovementState; outcome: RoundOutcome } => {
  const { outcome, changes } = evaluateRound(state, round)
  return {
    outcome,
    state: {
      players: { ...state.players, ...Object.fromEntries(changes.players) },
      problems: { ...state.problems, ...Object.fromEntries(changes.problems) },
      levels: changes.levels,
      tournaments: changes.tournaments,
    },
  }
}
