import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { Done } from '../../protocol/commands.ts'
import type { questionCommands } from '../../protocol/commands/questions.ts'
import type { Change } from '../../store/store.ts'
import { answerQuestion, mayAsk, mayBeAbout } from '../../tournament/questions.ts'
import { entryIn, staffIn, type Actor } from '../actor.ts'
import type { Context, HandlersOf } from '../handler.ts'
import { begunProblems } from '../views/board-view.ts'

/** What players want to know, and what they are told. */
export const questions: HandlersOf<typeof questionCommands> = {
  async 'question:ask'({ store, director, clock, newId }, actor, { tournamentId, problemId, text }) {
    return director.decide(async () => {
      const own = await entryIn(store, actor, tournamentId)
      if (!own.ok) return own
      const tournament = await store.tournament(tournamentId)
      if (!tournament) return refused(refusal('tournament-not-found'))
      const about = mayBeAbout(tournament.status, problemId, begunProblems(await store.roundsOf(tournamentId)))
      if (!about.ok) return about
      const asked = (await store.questionsOf(tournamentId)).filter(({ entryId }) => entryId === own.value.id)
      // Sent again for want of an answer, it is the same question.
      const same = asked.find((one) => one.answeredAt === null && one.text === text && one.problemId === problemId)
      if (same) return ok({ expected: {}, changes: [], reply: { questionId: same.id } })
      const may = mayAsk(asked)
      if (!may.ok) return may
      const { id: entryId, revision } = own.value
      const row = {
        ...{ id: newId(), tournamentId, entryId, problemId, text, askedAt: clock.now() },
        ...{ answer: null, answeredAt: null, toAll: false },
      }
      return ok({
        expected: { entries: { [entryId]: revision } },
        changes: [
          { do: 'insert', table: 'questions', row },
          { do: 'patch', table: 'entries', id: entryId, set: {} },
        ],
        reply: { questionId: row.id },
        touched: { tournaments: [tournamentId], entries: [entryId] },
      })
    })
  },

  'question:answer': (context, actor, { questionId, text, toAll }) => answer(context, actor, questionId, text, toAll),
  'question:close': (context, actor, { questionId }) => answer(context, actor, questionId, '', false),
}

async function answer(
  { store, director, clock }: Context,
  actor: Actor,
  questionId: string,
  text: string,
  toAll: boolean,
): Promise<Result<Done, Refusal>> {
  return director.decide<Done>(async () => {
    const before = await store.question(questionId)
    if (!before) return refused(refusal('question-not-found'))
    const { tournamentId, entryId } = before
    if (!(await staffIn(store, actor, tournamentId)).isStaff) return refused(refusal('not-a-helper'))
    const all = await store.entriesOf(tournamentId)
    const asker = all.find((entry) => entry.id === entryId)
    if (!asker || asker.removed) return refused(refusal('question-not-found'))
    const row = answerQuestion(before, text, toAll, clock.now())
    // What everybody reads makes everybody's view a newer one.
    const forAll = before.toAll || row.toAll
    const changes: Change[] = [
      { do: 'put', table: 'questions', row },
      { do: 'patch', table: 'entries', id: entryId, set: {} },
    ]
    if (forAll) changes.push({ do: 'patch', table: 'tournaments', id: tournamentId, set: {} })
    return ok({
      expected: { entries: { [entryId]: asker.revision } },
      changes,
      reply: {},
      touched: { tournaments: [tournamentId], entries: forAll ? all.map(({ id }) => id) : [entryId] },
    })
  })
}
