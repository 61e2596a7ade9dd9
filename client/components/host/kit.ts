import type { KitRound, KitView } from '../../../server/protocol/kits.ts'
import type { HostRound } from '../../../server/protocol/host.ts'

/** What the kit has for the round that is to begin next: the round of the kit with most of its puzzles; null without one. */
export function nextOf(kit: KitView, rounds: readonly Pick<HostRound, 'status' | 'problemIds'>[]): KitRound | null {
  const next = rounds.find(({ status }) => status === 'planned' || status === 'countdown')
  if (!next) return null
  let best: { round: KitRound; common: number } | null = null
  for (const round of kit.meetings.flatMap((meeting) => meeting.rounds)) {
    const common = round.problems.filter(({ id }) => next.problemIds.includes(id)).length
    if (common > (best?.common ?? 0)) best = { round, common }
  }
  return best?.round ?? null
}
