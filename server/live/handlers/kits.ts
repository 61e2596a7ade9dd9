import type { Payload } from '../../protocol/commands.ts'
import type { kitCommands } from '../../protocol/commands/kits.ts'
import type { KitId, ProblemId } from '../../protocol/ids.ts'
import type { KitView } from '../../protocol/kits.ts'
import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { HandlersOf } from '../handler.ts'

/** Ready evenings to take. */
export const kits: HandlersOf<typeof kitCommands> = {
  async 'kit:list'({ bank, store }, _actor, { tournamentId, locale }) {
    const all = bank.kits(locale)
    if (tournamentId === undefined) return ok({ kits: all })
    if (!(await store.tournament(tournamentId))) return refused(refusal('tournament-not-found'))
    const rounds = await store.roundsOf(tournamentId)
    const from = takenFrom(all, new Set(rounds.flatMap(({ problemIds }) => problemIds)))
    return ok({ kits: from ? [from] : [] })
  },
}

type Plan = Payload<'tournament:create'>['rounds']

/** The rounds of one meeting of a kit, as a tournament plans them. */
export function meetingPlan(all: readonly KitView[], kitId: KitId, position: number): Result<Plan, Refusal> {
  const meeting = all.find(({ id }) => id === kitId)?.meetings.find((one) => one.position === position)
  if (!meeting) return refused(refusal('kit-not-found'))
  return ok(
    meeting.rounds.map(({ name, limitMinutes, problems }) => {
      return { name, limitMinutes, problemIds: problems.map(({ id }) => id) }
    }),
  )
}

/**
 * The kit, narrowed to the meeting, with whose puzzles a tournament has most in common; null below half of all that
 * either of them has. Told by the puzzles, not by a mark on the tournament: so it holds for a copy, and no longer once
 * a host has made something else of it.
 */
function takenFrom(all: readonly KitView[], played: ReadonlySet<ProblemId>): KitView | null {
  let best: { kit: KitView; share: number } | null = null
  for (const kit of all)
    for (const meeting of kit.meetings) {
      const own = meeting.rounds.flatMap(({ problems }) => problems.map(({ id }) => id))
      const common = own.filter((id) => played.has(id)).length
      const share = common / (own.length + played.size - common)
      if (share >= 0.5 && share > (best?.share ?? 0)) best = { kit: { ...kit, meetings: [meeting] }, share }
    }
  return best?.kit ?? null
}
