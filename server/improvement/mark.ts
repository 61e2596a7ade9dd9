import type { ImprovementState, PlayerState } from './state.ts'
import { entryOf } from './state.ts'

const FADE_PER_GAP = 0.07
const LONGEST_GAP = 4

/** A tournament's place on the timeline; a new one comes after all others. */
export const tournamentIndex = (state: ImprovementState, tournament: string): number => {
  const index = state.tournaments.indexOf(tournament)
  return index >= 0 ? index : state.tournaments.length
}

/** 1 within the same tournament, else the number of tournaments since the last one played, 1 to 4. */
export const gapOf = (player: PlayerState, tournament: number): number =>
  Math.min(LONGEST_GAP, Math.max(1, tournament - player.tournament))

export const fadedBest = (player: PlayerState, gap: number): number => player.best - FADE_PER_GAP * gap

/** What the player has to beat after this gap: B, in logits. */
export const markOf = (player: PlayerState, gap: number): number => Math.max(player.level, fadedBest(player, gap))

/** The mark a player brings to a round of this tournament, in logits; `null` for a newcomer. */
export const markBefore = (state: ImprovementState, player: string, tournament: string): number | null => {
  const known = entryOf(state.players, player)
  return known === undefined ? null : markOf(known, gapOf(known, tournamentIndex(state, tournament)))
}
