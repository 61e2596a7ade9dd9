import type { Problem } from '../../bank/problem.ts'
import type { ProblemId } from '../../protocol/ids.ts'
import { isWrong } from '../../protocol/judgement.ts'
import type { MeView, MyProblem, MyRound, MySubmission } from '../../protocol/me.ts'
import type { Entry, HintTaken, Opening, Round, Submission } from '../../store/records.ts'
import { ownEnd, timeFactorIn } from '../../tournament/clock.ts'
import type { Parts } from '../parts.ts'
import type { Model } from '../rating/model.ts'
import { currentRound } from './board-view.ts'
import { ownAwards, resultsOf } from './result-view.ts'
import { ownRoom } from './room-view.ts'

/** None where the puzzle is not in the bank any more. */
export const hintsIn = (problem: Problem | undefined, locale: string): string[] =>
  problem?.hints[locale] ?? problem?.hints['en'] ?? []

/** What one player sees of themselves, and nobody else does. */
export async function meView(
  parts: Pick<Parts, 'store' | 'bank' | 'clock'> & { model: Model },
  entry: Entry,
  locale: string,
): Promise<MeView> {
  const { store } = parts
  const player = await store.player(entry.playerId)
  const tournament = await store.tournament(entry.tournamentId)
  const rounds = await store.roundsOf(entry.tournamentId)
  const round = currentRound(rounds)
  const mine = round && round.startedAt !== null ? await myRound(parts, round, entry, locale) : null
  return {
    tournamentId: entry.tournamentId,
    version:
      (tournament?.revision ?? 0) +
      entry.revision +
      rounds.reduce((sum, { revision }) => sum + revision, 0) +
      (await done(store, rounds, entry)),
    entryId: entry.id,
    playerId: entry.playerId,
    name: entry.name,
    star: entry.star,
    nameApproved: entry.nameApproved,
    kept: player?.accountName != null,
    timeFactor: entry.timeFactor,
    helper: entry.helper,
    ...(await ownRoom(store, rounds, entry)),
    round: mine,
    results: await resultsOf(parts, entry),
    awards: await ownAwards(parts, entry),
  }
}

/** Grows with everything the player does, so that a later view is known as the later one, also after a restart. */
async function done(store: Parts['store'], rounds: readonly Round[], entry: Entry): Promise<number> {
  let count = 0
  for (const round of rounds.filter(({ startedAt }) => startedAt !== null)) {
    const submissions = await store.submissionOutlines(round.id, entry.id)
    count += submissions.length + submissions.filter(({ verdict }) => verdict !== null).length
    count += (await store.openings(round.id, entry.id)).length + (await store.hintsTaken(round.id, entry.id)).length
  }
  return count
}

async function myRound(
  { store, bank, model }: Pick<Parts, 'store' | 'bank'> & { model: Model },
  round: Round,
  entry: Entry,
  locale: string,
): Promise<MyRound> {
  const given = {
    submissions: await store.submissions(round.id, entry.id),
    openings: await store.openings(round.id, entry.id),
    hints: await store.hintsTaken(round.id, entry.id),
  }
  return {
    roundId: round.id,
    endsAt: ownEnd(round, timeFactorIn(round, entry)),
    problems: round.problemIds.map((id) => myProblem(id, given, hintsIn(bank.problems.get(id), locale))),
    pace: await model.pace(round, entry.playerId),
  }
}

type Given = { submissions: Submission[]; openings: Opening[]; hints: HintTaken[] }

function myProblem(problemId: ProblemId, given: Given, hintTexts: string[]): MyProblem {
  const submissions = given.submissions.filter((submission) => submission.problemId === problemId)
  const firstSolve = submissions.findIndex(({ verdict }) => verdict === 'AC')
  const before = firstSolve < 0 ? submissions : submissions.slice(0, firstSolve)
  const taken = given.hints.filter((hint) => hint.problemId === problemId).length
  return {
    problemId,
    opened: given.openings.some((opening) => opening.problemId === problemId),
    solved: firstSolve >= 0,
    wrong: before.filter(({ verdict }) => verdict !== null && isWrong(verdict)).length,
    hints: hintTexts.slice(0, taken),
    submissions: submissions.map((submission, index) => mySubmission(submission, index === submissions.length - 1)),
  }
}

/** Only the newest carries its runs: the others are a line in a list. */
function mySubmission({ id, language, receivedAt, judgement }: Submission, newest: boolean): MySubmission {
  return {
    id,
    language,
    receivedAt,
    judgement: newest || !judgement ? judgement : { ...judgement, runs: [], printed: '' },
  }
}
