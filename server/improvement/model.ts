/**
 * The measurement model, without any history: what a solve says about a player and a puzzle.
 * Skill and difficulty are in logits; x is always skill minus difficulty.
 *
 * A solve is a logistic event (Rasch; Elo in adaptive education, Pelánek 2016), its time log-normal (van der Linden 2006).
 */

const DISCRIMINATION = 1.3
/** Fixed, whatever a round's own limit, which only cuts off. */
const TIME_SCALE_MINUTES = 20
const TIME_INTERCEPT = -0.8
const TIME_SLOPE = -0.6
export const TIME_VARIANCE = 0.45
const PER_WRONG = 0.2
const PER_HINT = 0.4
const SWEEPS = 16
const PERFORMANCE_STEPS = 8
const PERFORMANCE_VARIANCE = 1.5 ** 2

/** Probability that a player solves a puzzle. */
export const chanceOfSolving = (x: number): number => 1 / (1 + Math.exp(-DISCRIMINATION * x))

/** Mean of ln(minutes / 20) of a solve. */
export const expectedLogTime = (x: number): number => TIME_INTERCEPT + TIME_SLOPE * x

/** The median time of a solve, in minutes. */
export const expectedMinutes = (x: number): number => TIME_SCALE_MINUTES * Math.exp(expectedLogTime(x))

/** ln of the time of a solve on the fixed scale, wrong submissions and hints added to it. */
export const logTimeOf = (minutes: number, wrong: number, hints: number): number =>
  Math.log((minutes * (1 + PER_WRONG * wrong + PER_HINT * hints)) / TIME_SCALE_MINUTES)

/** Derivative of the log likelihood by skill; by difficulty it is the same with the sign turned. */
export const gradientOf = (x: number, chance: number, solved: number, logTime: number): number =>
  DISCRIMINATION * (solved - chance) + (solved * -TIME_SLOPE * (expectedLogTime(x) - logTime)) / TIME_VARIANCE

/** Fisher information of one observation. */
export const informationOf = (chance: number, solved: number): number =>
  DISCRIMINATION ** 2 * chance * (1 - chance) + (solved * TIME_SLOPE ** 2) / TIME_VARIANCE

/** Observations of one round, one index per observation. `solved` is 0 or 1; `logTime` is 0 where unsolved. */
export type Cells = { player: number[]; problem: number[]; solved: number[]; logTime: number[] }

/** A normal prior for each player or puzzle. */
export type Priors = { mean: number[]; variance: number[] }

export type Fit = {
  /** Each player's form of the day, θ. */
  form: number[]
  /** Each puzzle's difficulty, d. */
  difficulty: number[]
  /** ΣI at the optimum, for each player and each puzzle. */
  playerInformation: Float64Array
  problemInformation: Float64Array
}

const clamped = (step: number): number => Math.max(-1, Math.min(1, step))

/** Sums gradient (by skill) and information over one side of the table: `by` is `cells.player` or `cells.problem`. */
const gather = (cells: Cells, by: number[], form: number[], difficulty: number[], length: number) => {
  const gradient = new Float64Array(length)
  const information = new Float64Array(length)
  for (let i = 0; i < by.length; i++) {
    const x = form[cells.player[i]!]! - difficulty[cells.problem[i]!]!
    const chance = chanceOfSolving(x)
    const solved = cells.solved[i]!
    gradient[by[i]!]! += gradientOf(x, chance, solved, cells.logTime[i]!)
    information[by[i]!]! += informationOf(chance, solved)
  }
  return { gradient, information }
}

/** One Newton step for every player (`sign` 1) or puzzle (`sign` -1), in place. */
const step = (
  values: number[],
  priors: Priors,
  sign: 1 | -1,
  { gradient, information }: ReturnType<typeof gather>,
): void => {
  for (let i = 0; i < values.length; i++) {
    const precision = 1 / priors.variance[i]!
    const slope = sign * gradient[i]! - (values[i]! - priors.mean[i]!) * precision
    values[i]! += clamped(slope / (information[i]! + precision))
  }
}

/** How far players and puzzles together have drifted from their priors. Without taking this out the sweeps stop 10⁻² short. */
const commonShift = (form: number[], players: Priors, difficulty: number[], problems: Priors): number => {
  let drift = 0
  let precision = 0
  const add = (values: number[], priors: Priors) => {
    for (let i = 0; i < values.length; i++) {
      drift += (values[i]! - priors.mean[i]!) / priors.variance[i]!
      precision += 1 / priors.variance[i]!
    }
  }
  add(form, players)
  add(difficulty, problems)
  return precision === 0 ? 0 : drift / precision
}

/** The most probable forms and difficulties of one round together: alternating Newton sweeps. */
export const fitRound = (cells: Cells, players: Priors, problems: Priors): Fit => {
  const form = [...players.mean]
  const difficulty = [...problems.mean]
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    step(difficulty, problems, -1, gather(cells, cells.problem, form, difficulty, difficulty.length))
    step(form, players, 1, gather(cells, cells.player, form, difficulty, form.length))
    const shift = commonShift(form, players, difficulty, problems)
    for (let i = 0; i < form.length; i++) form[i]! -= shift
    for (let i = 0; i < difficulty.length; i++) difficulty[i]! -= shift
  }
  return {
    form,
    difficulty,
    playerInformation: gather(cells, cells.player, form, difficulty, form.length).information,
    problemInformation: gather(cells, cells.problem, form, difficulty, difficulty.length).information,
  }
}

/** What each player showed in this round alone, for display only: little of the past, the difficulties as fitted. */
export const performancesOf = (cells: Cells, fit: Fit, levels: number[]): number[] => {
  const performance = [...fit.form]
  const prior = { mean: levels, variance: levels.map(() => PERFORMANCE_VARIANCE) }
  for (let i = 0; i < PERFORMANCE_STEPS; i++)
    step(performance, prior, 1, gather(cells, cells.player, performance, fit.difficulty, performance.length))
  return performance
}
