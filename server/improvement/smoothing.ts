import type { PlayerOutcome } from './outcome.ts'

/** The figures of a player's round that smoothing needs; a long history may keep these alone. */
export type Smoothable = Pick<PlayerOutcome, 'level' | 'variance' | 'priorVariance' | 'observed'>

/** One player's rounds on the timeline, oldest first; `counts` where the round belongs to what is being compared. */
export type Step<T extends Smoothable = Smoothable> = { outcome: T; counts: boolean }

/**
 * Levels of all steps in the light of the later ones (Rauch–Tung–Striebel; the idea of Whole-History Rating and of
 * TrueSkill Through Time): x_last = m_last, x_k = m_k + (v_k / V_{k+1})(x_{k+1} − m_k).
 */
export const smoothed = (outcomes: Smoothable[]): number[] => {
  const levels = outcomes.map(({ level }) => level)
  for (let k = outcomes.length - 2; k >= 0; k--) {
    const { level, variance } = outcomes[k]!
    const { priorVariance } = outcomes[k + 1]!
    levels[k] = level + (variance / priorVariance) * (levels[k + 1]! - level)
  }
  return levels
}

/** A rise over `count` rounds, in smoothed levels (logits). */
export type Rise = { from: number; to: number; count: number }

/**
 * Rise over the rounds that count: x_last − max(x_1, x_2), so that throwing one early round gains little.
 * `null` with fewer than `least` of them. Rounds of other tournaments in between are smoothed over, not counted.
 */
export const riseOver = (steps: Step[], least: number): Rise | null => {
  const played = steps.flatMap(({ counts, outcome }, i) => (counts && outcome.observed > 0 ? [i] : []))
  if (played.length < Math.max(least, 2)) return null
  const from = played[0]!
  const last = played.at(-1)!
  const levels = smoothed(steps.slice(from, last + 1).map(({ outcome }) => outcome))
  return {
    from: Math.max(levels[0]!, levels[played[1]! - from]!),
    to: levels[last - from]!,
    count: played.length,
  }
}

/** The rise alone, in logits. */
export const rise = (steps: Step[], least: number): number | null => {
  const over = riseOver(steps, least)
  return over && over.to - over.from
}

/** Each player's steps through these rounds, by player. */
export const stepsByPlayer = <T extends Smoothable, R extends { players: Record<string, T> }>(
  rounds: (R & { players: Record<string, T> })[],
  counts: (round: R) => boolean,
): Map<string, Step<T>[]> => {
  const steps = new Map<string, Step<T>[]>()
  for (const round of rounds) {
    const counted = counts(round)
    for (const [player, outcome] of Object.entries(round.players)) {
      const own = steps.get(player)
      if (own === undefined) steps.set(player, [{ outcome, counts: counted }])
      else own.push({ outcome, counts: counted })
    }
  }
  return steps
}
