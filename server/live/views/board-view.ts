import type { ProblemId } from '../../protocol/ids.ts'
import type { BoardRound, BoardView } from '../../protocol/board.ts'
import type { Entry, Happening, Round, Tournament } from '../../store/records.ts'
import { breakOn } from '../../tournament/breaks.ts'
import { remainingMs } from '../../tournament/clock.ts'
import { isUnderWay } from '../../tournament/round.ts'
import type { Parts } from '../parts.ts'
import type { Rehearsals } from '../rehearsals.ts'
import { ceremonyView } from './ceremony-view.ts'

const FEED_LENGTH = 6

/** The round that matters now: under way, else ended and not yet published, else the next planned, else the last. */
export function currentRound(rounds: readonly Round[]): Round | null {
  return (
    rounds.find(isUnderWay) ??
    rounds.find((round) => round.status === 'ended') ??
    rounds.find((round) => round.status === 'planned') ??
    rounds.at(-1) ??
    null
  )
}

/** The puzzles that people may have questions about. */
export function begunProblems(rounds: readonly Round[]): readonly ProblemId[] {
  const round = currentRound(rounds)
  return round && round.startedAt !== null ? round.problemIds : []
}

type Needs = Pick<Parts, 'store' | 'bank' | 'clock' | 'joinUrl'> & { rehearsals: Rehearsals }

/** What everybody in the room sees: aggregates, never a row per player. At most 4 KB. */
export async function boardView(
  { store, bank, clock, joinUrl, rehearsals }: Needs,
  tournament: Tournament,
  present: number,
): Promise<BoardView> {
  const { id, code, name, status, joiningOpen } = tournament
  const rounds = await store.roundsOf(id)
  const round = currentRound(rounds)
  const all = await store.entriesOf(id)
  const solved = round ? await store.solvedCounts(round.id) : new Map<ProblemId, number>()
  const starsTonight = await store.starsLit(id)
  const happenings = round ? await store.happenings(id, FEED_LENGTH) : []
  const revisions = rounds.reduce((sum, { revision }) => sum + revision, tournament.revision)
  const onWall = round && boardRound(round, bank, solved, clock.now())
  return {
    tournamentId: id,
    version: boardVersion(revisions, all, starsTonight),
    serverNow: clock.now(),
    ...{ code, name, status, joiningOpen, present, starsTonight },
    joined: all.filter((entry) => !entry.removed).length,
    roundsPlanned: rounds.length,
    // While awards are revealed nobody looks at puzzles and events, and long names need the room.
    round: onWall && { ...onWall, problems: tournament.ceremony ? [] : onWall.problems },
    starsLit: [...solved.values()].reduce((sum, count) => sum + count, 0),
    feed: tournament.ceremony ? [] : happenings.filter((happening) => happening.roundId === round?.id).map(kindEvent),
    ceremony: tournament.ceremony && (await ceremonyView(store, tournament, tournament.ceremony, clock.now())),
    announcement: tournament.announcement,
    walkThrough: tournament.walkThrough,
    breakEndsAt: breakOn(tournament.breakEndsAt, clock.now()),
    joinUrl: joinUrl(),
    // [D2]
    testPicture: rehearsals.of(id) !== null && tournament.ceremony === null && !rounds.some(isUnderWay),
  }
}

/**
 * Grows with everything that a board shows, also over a restart. A removed player takes their stars along: what happens
 * to an entry weighs more than all the stars that one player can light.
 */
const boardVersion = (revisions: number, entries: readonly Entry[], stars: number): number =>
  revisions + stars + entries.reduce((sum, { revision }) => sum + (revision + 1) * 1000, 0)

const kindEvent = ({ id, at, code, params }: Happening) => ({ id, at, code, params })

export function boardRound(
  round: Round,
  bank: Parts['bank'],
  solved: ReadonlyMap<ProblemId, number>,
  now: number,
): BoardRound {
  const { id, position, name, status, limitMinutes, startsAt, endsAt } = round
  const begun = status !== 'planned' && status !== 'countdown'
  return {
    ...{ id, position, name, status, limitMinutes, startsAt },
    endsAt: status === 'running' ? endsAt : null,
    remainingMs: remainingMs(round, now),
    problems: begun
      ? round.problemIds.map((problemId) => {
          const problem = bank.problems.get(problemId)
          const { level, minutes } = problem ?? { level: 1, minutes: 1 }
          return {
            id: problemId,
            name: problem?.name ?? problemId,
            level,
            minutes,
            solvedBy: solved.get(problemId) ?? 0,
          }
        })
      : [],
  }
}
