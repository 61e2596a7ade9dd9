import { observationsOf, type LoggedRound } from '../../improvement/observations.ts'
import type { Observations } from '../../improvement/observation.ts'
import type { RoundToRate } from '../../improvement/round.ts'
import type { EntryId } from '../../protocol/ids.ts'
import type { Round } from '../../store/records.ts'
import { timeFactorIn } from '../../tournament/clock.ts'
import type { Parts } from '../parts.ts'

/** The puzzles of a round as the model needs them. */
export const ratedProblems = (bank: Parts['bank'], round: Round): LoggedRound['problems'] =>
  round.problemIds.map((id) => {
    const { level, minutes } = bank.problems.get(id) ?? { level: 1, minutes: 1 }
    return { id, level, minutes }
  })

/** What the log of an ended round says about everybody who played it. */
export async function roundToRate({ store, bank }: Pick<Parts, 'store' | 'bank'>, round: Round): Promise<RoundToRate> {
  const startedAt = round.startedAt ?? 0
  const logged: LoggedRound = {
    limitMinutes: round.limitMinutes,
    startedAt,
    endedAt: round.endedAt ?? startedAt,
    pauses: round.pauses,
    problems: ratedProblems(bank, round),
  }
  const openings = byEntry(await store.openings(round.id))
  const hints = byEntry(await store.hintsTaken(round.id))
  const submissions = byEntry(await store.submissionOutlines(round.id))
  const results: Record<string, Observations> = {}
  for (const entry of await store.entriesOf(round.tournamentId)) {
    if (entry.removed) continue
    const observations = observationsOf(logged, {
      joinedAt: entry.joinedAt,
      extraTime: timeFactorIn(round, entry),
      openings: openings.get(entry.id) ?? [],
      hints: hints.get(entry.id) ?? [],
      submissions: (submissions.get(entry.id) ?? []).flatMap(({ problemId, receivedAt, verdict, pasted }) =>
        verdict === null ? [] : [{ problemId, at: receivedAt, verdict, pasted }],
      ),
      solvedBefore: [...(await store.solvedBy(entry.playerId, startedAt))],
    })
    if (observations !== 'did-not-play') results[entry.playerId] = observations
  }
  return { id: round.id, tournament: round.tournamentId, problems: logged.problems, results }
}

const byEntry = <T extends { entryId: EntryId }>(rows: readonly T[]): Map<EntryId, T[]> =>
  Map.groupBy(rows, (row) => row.entryId)
