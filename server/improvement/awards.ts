import type { AwardKind } from '../protocol/awards.ts'
import type { AwardSentence } from '../protocol/sentences.ts'
import { compareIds } from './observation.ts'
import type { RoundOutcome } from './outcome.ts'

export type AwardScope = 'round' | 'tournament' | 'season'

export type Winner = {
  playerId: string
  reason: AwardSentence
  /** What the award was decided by, in logits or as its rule says: for the host and for a later comparison. */
  figures: Record<string, number>
}

export type Award = {
  kind: AwardKind
  scope: AwardScope
  /** Best first; a wall shows at most three. */
  winners: Winner[]
  /** Who would stand here, or higher, once a host has cleared an open flag on a result that it rests on. */
  awaiting: Winner[]
  headline: boolean
}

/** What awards depend on besides figures. */
export type AwardContext = {
  /** Awards that each player was given before. */
  earlierAwards: ReadonlyMap<string, readonly AwardKind[]>
  /** `resultKey`s of flagged results that a host cleared, and of results that a host struck. */
  cleared: ReadonlySet<string>
  struck: ReadonlySet<string>
}

/** Names one player's result of one round. */
export const resultKey = (round: string, player: string): string => `${round}:${player}`

/** Somebody who might win: by `value`, the largest first. `flagged` while an open flag stands on what it rests on. */
export type Candidate = Winner & { value: number; flagged: boolean }

/** Whether one of these rounds left a flag on this player that no host has cleared. */
export const hasOpenFlag = (rounds: RoundOutcome[], player: string, { cleared }: AwardContext): boolean =>
  rounds.some(
    ({ round, players }) =>
      Object.hasOwn(players, player) && players[player]!.flagged && !cleared.has(resultKey(round, player)),
  )

/** Differences below this come from the arithmetic, not from the players. */
const GRAIN = 1e-9

const bestFirst =
  ({ earlierAwards }: AwardContext) =>
  (a: Candidate, b: Candidate): number => {
    const given = ({ playerId }: Candidate) => earlierAwards.get(playerId)?.length ?? 0
    const byValue = Math.round(b.value / GRAIN) - Math.round(a.value / GRAIN)
    return byValue || given(a) - given(b) || compareIds(a.playerId, b.playerId)
  }

const winnerOf = ({ playerId, reason, figures }: Candidate): Winner => ({ playerId, reason, figures })

type Wanted = { kind: AwardKind; scope: AwardScope; context: AwardContext; candidates: Candidate[] }

/** An award for the best alone. Ties: fewer earlier awards first, then id. */
export const awardForBest = ({ kind, scope, context, candidates }: Wanted): Award => {
  const sorted = candidates.toSorted(bestFirst(context))
  const first = sorted.findIndex(({ flagged }) => !flagged)
  const ahead = first < 0 ? sorted : sorted.slice(0, first)
  const winners = sorted.slice(ahead.length, ahead.length + 1)
  return { kind, scope, winners: winners.map(winnerOf), awaiting: ahead.map(winnerOf), headline: false }
}

/** An award for everyone who earned it. */
export const awardForAll = ({ kind, scope, context, candidates }: Wanted): Award => {
  const sorted = candidates.toSorted(bestFirst(context))
  return {
    kind,
    scope,
    winners: sorted.filter(({ flagged }) => !flagged).map(winnerOf),
    awaiting: sorted.filter(({ flagged }) => flagged).map(winnerOf),
    headline: false,
  }
}

/** Awards that somebody has, or would have. */
export const worthReading = (awards: Award[]): Award[] =>
  awards.filter(({ winners, awaiting }) => winners.length + awaiting.length > 0)
