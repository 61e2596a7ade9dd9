import type { RoundId } from '../../../server/protocol/ids.ts'
import type { TournamentStatus } from '../../../server/protocol/round.ts'
import type { AwardView } from '../../../server/protocol/awards.ts'
import type { CeremonyView } from '../../../server/protocol/board.ts'
import type { HostRound } from '../../../server/protocol/host.ts'

/** The parts of the host's page. */
export const PARTS = ['plan', 'people', 'live', 'results', 'awards'] as const
export type Part = (typeof PARTS)[number]

/**
 * Where the evening stands, as the host needs to know it: each stage has one thing to do next. `round` is the round
 * that it is about.
 */
export type Stage =
  /** No round is planned and none has been played. */
  | { stage: 'nothing-planned' }
  | { stage: 'round-empty'; round: HostRound }
  | { stage: 'ready'; round: HostRound; played: HostRound | null }
  | { stage: 'countdown' | 'running' | 'paused'; round: HostRound }
  /** Ended: the last submissions are judged, or the figures are made. */
  | { stage: 'judging'; round: HostRound }
  | { stage: 'flags'; round: HostRound }
  | { stage: 'publish'; round: HostRound }
  /** A round was published and its awards have not been shown from this device. */
  | { stage: 'round-awards'; round: HostRound; next: HostRound | null }
  | { stage: 'all-played'; round: HostRound }
  | { stage: 'ceremony'; ceremony: CeremonyView; next: AwardView | null; round: HostRound | null }
  | { stage: 'finishing' }
  | { stage: 'final-awards' }
  | { stage: 'publish-awards' }
  | { stage: 'over' }

export type Evening = {
  status: TournamentStatus
  rounds: readonly HostRound[]
  awards: readonly AwardView[]
  /** Of the season whose ceremony is held here. */
  seasonAwards: readonly AwardView[]
  /** Whether the figures of the finished tournament are made. */
  awardsReady: boolean
  ceremony: CeremonyView | null
  /** Whether this ceremony has been held; `null` is the tournament's. */
  held: (roundId: RoundId | null) => boolean
}

export const isUnderWay = (round: HostRound): boolean =>
  round.status === 'countdown' || round.status === 'running' || round.status === 'paused'

/** The round that matters now: the same choice as the board's. */
export function roundNow(rounds: readonly HostRound[]): HostRound | null {
  return (
    rounds.find(isUnderWay) ??
    rounds.find((round) => round.status === 'ended') ??
    rounds.find((round) => round.status === 'planned') ??
    rounds.at(-1) ??
    null
  )
}

export const awardsIn = (awards: readonly AwardView[], roundId: RoundId | null): AwardView[] =>
  awards.filter((award) => award.roundId === roundId)

/** What the evening is at, and so what the host does next. */
export function stageOf({ status, rounds, awards, seasonAwards, awardsReady, ceremony, held }: Evening): Stage {
  if (ceremony) {
    const steps = ceremony.season ? seasonAwards : awardsIn(awards, ceremony.roundId)
    const next = steps[ceremony.revealed] ?? null
    return { stage: 'ceremony', ceremony, next, round: rounds.find(({ id }) => id === ceremony.roundId) ?? null }
  }
  const round = roundNow(rounds)
  if (status !== 'open') {
    // A round may have been left unpublished when the tournament was finished.
    const left = rounds.find((one) => one.status === 'ended')
    if (left) return afterEnd(left)
    if (status === 'published') return { stage: 'over' }
    if (!awardsReady) return { stage: 'finishing' }
    // Where nobody played there is nothing to reveal.
    return { stage: held(null) || awardsIn(awards, null).length === 0 ? 'publish-awards' : 'final-awards' }
  }
  if (round === null) return { stage: 'nothing-planned' }
  switch (round.status) {
    case 'countdown':
    case 'running':
    case 'paused':
      return { stage: round.status, round }
    case 'ended':
      return afterEnd(round)
    case 'planned':
    case 'published': {
      const next = round.status === 'planned' ? round : null
      const played = rounds.findLast((one) => one.status === 'published') ?? null
      if (played && !held(played.id) && awardsIn(awards, played.id).length > 0)
        return { stage: 'round-awards', round: played, next }
      if (next === null) return { stage: 'all-played', round }
      if (next.problemIds.length === 0) return { stage: 'round-empty', round: next }
      return { stage: 'ready', round: next, played }
    }
  }
}

function afterEnd(round: HostRound): Stage {
  if (round.unjudged > 0 || !round.rated) return { stage: 'judging', round }
  return { stage: round.openFlags > 0 ? 'flags' : 'publish', round }
}

/** The part of the page that belongs to the stage, where the host has not chosen another. */
export function partFor(stage: Stage, joined: number): Part {
  switch (stage.stage) {
    case 'nothing-planned':
    case 'round-empty':
      return 'plan'
    case 'ready':
      return joined > 0 || stage.played ? 'people' : 'plan'
    case 'countdown':
      return 'people'
    case 'running':
    case 'paused':
      return 'live'
    case 'judging':
    case 'flags':
    case 'publish':
    case 'all-played':
      return 'results'
    case 'round-awards':
    case 'ceremony':
    case 'finishing':
    case 'final-awards':
    case 'publish-awards':
    case 'over':
      return 'awards'
  }
}
