import type { EntryId, ProblemId } from '../../protocol/ids.ts'
import type { MeView, MyCall, MyMentoring } from '../../protocol/me.ts'
import type { CallView, QuestionView, Room, RoomView } from '../../protocol/room.ts'
import type { Entry, HelpCall, Question, Round, Tournament } from '../../store/records.ts'
import { firstName, isMentorOf, isOffering, mayMentor } from '../../tournament/help.ts'
import { readableBy } from '../../tournament/questions.ts'
import type { Parts } from '../parts.ts'
import type { Presence } from '../presence.ts'
import { currentRound } from './board-view.ts'

type Needs = Pick<Parts, 'store' | 'bank' | 'clock'> & { presence: Presence }

/** Answered questions that hosts and helpers still see, and that players still read. */
const ANSWERED_SHOWN = 10
const READ_AT_MOST = 20

/** For the helpers of a tournament: what people ask for, and nothing else of the host's page. */
export async function roomView(parts: Needs, tournament: Tournament): Promise<RoomView> {
  const { store, clock } = parts
  const rounds = await store.roundsOf(tournament.id)
  const entries = await store.entriesOf(tournament.id)
  return {
    tournamentId: tournament.id,
    version: roomVersion(tournament, rounds, entries),
    serverNow: clock.now(),
    ...(await roomOf(parts, tournament, rounds, entries)),
  }
}

/** Whoever asks, takes or answers makes an entry a newer one, so this grows with everything that the room shows. */
export const roomVersion = (tournament: Tournament, rounds: readonly Round[], entries: readonly Entry[]): number =>
  tournament.revision +
  rounds.reduce((sum, { revision }) => sum + revision, 0) +
  entries.reduce((sum, { revision }) => sum + revision + 1, 0)

export async function roomOf(
  { store, bank, presence }: Needs,
  { id }: Tournament,
  rounds: readonly Round[],
  entries: readonly Entry[],
): Promise<Room> {
  const here = new Map(entries.filter(({ removed }) => !removed).map((entry) => [entry.id, entry]))
  const problem = (problemId: ProblemId | null) =>
    problemId && { id: problemId, name: bank.problems.get(problemId)?.name ?? problemId }
  const calls = await store.helpCallsOf(id)
  const open = calls.filter(({ closedAt, entryId }) => closedAt === null && here.has(entryId))
  const questions = (await store.questionsOf(id)).flatMap((question): QuestionView[] => {
    const asker = here.get(question.entryId)
    if (!asker) return []
    const { id: questionId, problemId, text, askedAt } = question
    const { id: entryId, name, star } = asker
    return [{ id: questionId, entryId, name, star, problem: problem(problemId), text, askedAt, answer: told(question) }]
  })
  const round = currentRound(rounds)
  return {
    calls: open.map((call): CallView => {
      const { id: entryId, name, star } = here.get(call.entryId)!
      const { id: callId, place, askedAt: since } = call
      const connected = presence.isHere(entryId)
      const takenBy = takenByView(call, (entry) => entry.name, here)
      return { id: callId, entryId, name, star, connected, place, problem: problem(call.problemId), since, takenBy }
    }),
    questions: questions.filter(({ answer }) => answer === null),
    answered: questions
      .filter(({ answer }) => answer !== null)
      .sort((a, b) => b.answer!.at - a.answer!.at)
      .slice(0, ANSWERED_SHOWN),
    mentors: [...here.values()]
      .filter((entry) => isOffering(entry, round))
      .map(({ id: entryId, name, star }) => {
        const callId = open.find((call) => isMentorOf(call, entryId))?.id ?? null
        return { entryId, name, star, connected: presence.isHere(entryId), callId }
      }),
    helped: calls.filter(({ outcome }) => outcome === 'done').length,
  }
}

/** What one player has asked for and is asked to do; of others no more than a first name. */
export async function ownRoom(
  store: Parts['store'],
  rounds: readonly Round[],
  entry: Entry,
): Promise<Pick<MeView, 'questions' | 'answers' | 'help' | 'mentoring'>> {
  const { own, answeredToAll } = readableBy(await store.questionsOf(entry.tournamentId), entry.id)
  const calls = (await store.helpCallsOf(entry.tournamentId)).filter(({ closedAt }) => closedAt === null)
  const call = calls.find(({ entryId }) => entryId === entry.id)
  return {
    questions: own.slice(-READ_AT_MOST).map((question) => {
      const { id, problemId, text, askedAt } = question
      return { id, problemId, text, askedAt, answer: told(question) }
    }),
    answers: answeredToAll.slice(-READ_AT_MOST).map(({ id, problemId, text, answer, answeredAt }) => {
      return { id, problemId, question: text, answer: answer ?? '', at: answeredAt ?? 0 }
    }),
    help: call ? await myCall(store, call) : null,
    mentoring: await myMentoring(store, currentRound(rounds), calls, entry),
  }
}

async function myCall(store: Parts['store'], call: HelpCall): Promise<MyCall> {
  const { id, problemId, place, askedAt } = call
  const who = call.takenBy && call.takenBy.by !== 'host' ? await store.entry(call.takenBy.entryId) : null
  const taken = takenByView(call, firstName, new Map(who ? [[who.id, who]] : []))
  return { id, problemId, place, askedAt, taken: taken && { by: taken.by, name: taken.name, at: taken.at } }
}

async function myMentoring(
  store: Parts['store'],
  round: Round | null,
  open: readonly HelpCall[],
  entry: Entry,
): Promise<MyMentoring> {
  const outlines = round && round.startedAt !== null ? await store.submissionOutlines(round.id, entry.id) : []
  const solved = new Set(outlines.filter(({ verdict }) => verdict === 'AC').map(({ problemId }) => problemId))
  const call = open.find((one) => isMentorOf(one, entry.id))
  const caller = call && (await store.entry(call.entryId))
  return {
    mayOffer: mayMentor(round, solved.size).ok,
    offered: isOffering(entry, round),
    match:
      call && caller && !caller.removed
        ? {
            ...{ callId: call.id, name: firstName(caller), star: caller.star, place: call.place },
            ...{ problemId: call.problemId, since: call.askedAt },
          }
        : null,
  }
}

const told = ({ answer, answeredAt, toAll }: Question) =>
  answeredAt === null ? null : { text: answer ?? '', at: answeredAt, toAll }

/** Who goes there; nobody's name where they have left. */
function takenByView(
  { takenBy, takenAt }: HelpCall,
  nameOf: (entry: Entry) => string,
  entries: ReadonlyMap<EntryId, Entry>,
): CallView['takenBy'] {
  if (!takenBy) return null
  const at = takenAt ?? 0
  if (takenBy.by === 'host') return { by: 'host', entryId: null, name: takenBy.name, at }
  const entry = entries.get(takenBy.entryId)
  return { by: takenBy.by, entryId: takenBy.entryId, name: entry ? nameOf(entry) : '', at }
}
