import type { playingCommands } from '../../protocol/commands/playing.ts'
import type { ProblemId, RoundId } from '../../protocol/ids.ts'
import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { Entry, Opening, Round, Submission } from '../../store/records.ts'
import type { Change, Store } from '../../store/store.ts'
import { checkLanguage, checkSource, receiveSubmission, takeHint, takesFrom } from '../../tournament/submission.ts'
import { ownRound, type Actor } from '../actor.ts'
import type { Context, HandlersOf } from '../handler.ts'
import { mayPractise, notePractice } from './practice.ts'
import { hintsIn } from '../views/me-view.ts'

/** What a player does in a round. */
export const playing: HandlersOf<typeof playingCommands> = {
  async 'round:problems'({ store, bank }, actor, { roundId, locale }) {
    const round = await store.round(roundId)
    if (!round) return refused(refusal('round-not-found'))
    if (!actor.host && (round.status === 'planned' || round.status === 'countdown'))
      return refused(refusal('round-not-open'))
    const open = round.status === 'published'
    return ok({ problems: round.problemIds.flatMap((id) => bank.view(id, locale, open) ?? []) })
  },

  async 'problem:open'({ store, director, clock, newId }, actor, { roundId, problemId }) {
    return director.decide(async () => {
      const own = await ownRound(store, actor, roundId)
      if (!own.ok) return own
      const { round, entry } = own.value
      if (!round.problemIds.includes(problemId)) return refused(refusal('problem-not-found'))
      const takes = takesFrom(round, entry.timeFactor, clock.now())
      if (!takes.ok) return takes
      const changes = await opening(store, round, entry, problemId, clock.now(), newId())
      return ok({
        expected: { rounds: { [round.id]: round.revision } },
        changes,
        reply: {},
        touched: touches(round, entry),
      })
    })
  },

  async 'hint:take'({ store, director, bank, clock, newId }, actor, { roundId, problemId, locale }) {
    return director.decide(async () => {
      const own = await ownRound(store, actor, roundId)
      if (!own.ok) return own
      const { round, entry } = own.value
      const problem = round.problemIds.includes(problemId) ? bank.problems.get(problemId) : undefined
      if (!problem) return refused(refusal('problem-not-found'))
      const takes = takesFrom(round, entry.timeFactor, clock.now())
      if (!takes.ok) return takes
      const taken = (await store.hintsTaken(roundId, entry.id)).filter((hint) => hint.problemId === problemId)
      const texts = hintsIn(problem, locale)
      const index = takeHint(taken.length, texts.length)
      if (!index.ok) return index
      // The id names the hint, so that a double tap takes one hint, not two.
      const id = `${roundId}:${entry.id}:${problemId}:${index.value}`
      const row = { id, roundId, entryId: entry.id, problemId, index: index.value, at: clock.now() }
      return ok({
        expected: { rounds: { [round.id]: round.revision } },
        changes: [
          ...(await opening(store, round, entry, problemId, clock.now(), newId())),
          { do: 'insert', table: 'hintsTaken', row },
        ],
        reply: { hints: texts.slice(0, index.value + 1) },
        touched: touches(round, entry),
      })
    })
  },

  async 'draft:save'({ store, director, clock }, actor, { roundId, problemId, language, source }) {
    return director.decide(async () => {
      const own = await ownRound(store, actor, roundId)
      if (!own.ok) return own
      const { round, entry } = own.value
      if (!round.problemIds.includes(problemId)) return refused(refusal('problem-not-found'))
      if (source.trim() !== '') {
        const fits = checkSource(source)
        if (!fits.ok) return fits
      }
      const id = `${roundId}:${entry.id}:${problemId}:${language}`
      const savedAt = clock.now()
      const row = { id, roundId, entryId: entry.id, problemId, language, source, savedAt }
      return ok({ expected: {}, changes: [{ do: 'put', table: 'drafts', row }], reply: { savedAt } })
    })
  },

  async 'draft:list'({ store }, actor, { roundId }) {
    const own = await ownRound(store, actor, roundId)
    if (!own.ok) return own
    const drafts = await store.drafts(roundId, own.value.entry.id)
    return ok({
      drafts: drafts.map(({ problemId, language, source, savedAt }) => ({ problemId, language, source, savedAt })),
    })
  },

  async 'code:try'(context, actor, { problemId, roundId, language, source, ownCalls }) {
    const { bank, judge, newId } = context
    const problem = bank.problems.get(problemId)
    if (!problem) return refused(refusal('problem-not-found'))
    const may = await mayTry(context, actor, problemId, roundId)
    if (!may.ok) return may
    for (const check of [checkLanguage(problem.languages, language), checkSource(source)]) if (!check.ok) return check
    const player = actor.player?.playerId ?? actor.host?.userId ?? 'nobody'
    if (!judge.canTry(player)) return refused(refusal('server-busy'))
    const job = { id: newId(), problem, language, source, player }
    // Outside of rounds there is nothing to submit to: running it looks at everything, unless own calls are asked for.
    const practises = roundId === undefined && ownCalls.length === 0 && context.bank.warmUp()?.id !== problemId
    if (!practises) return ok({ judgement: await judge.judge({ ...job, purpose: 'try', ownCalls }) })
    const judgement = await judge.judge({ ...job, purpose: 'submit' })
    if (actor.player && judgement.verdict === 'AC') await notePractice(context, actor.player.playerId, problemId)
    return ok({ judgement })
  },

  async 'submission:create'({ store, director, bank, clock, newId }, actor, sent) {
    return director.decide(async () => {
      const own = await ownRound(store, actor, sent.roundId)
      if (!own.ok) return own
      const { round, entry } = own.value
      const earlier = await store.submission(sent.id)
      const now = clock.now()
      const languages = bank.problems.get(sent.problemId)?.languages ?? null
      const ruling = receiveSubmission({ sent, entry, round, languages, earlier, now })
      if (!ruling.ok) return ruling
      if (earlier) return ok({ expected: {}, changes: [], reply: receipt(earlier) })
      const { id, roundId, problemId, language, source, pasted } = sent
      const pending = { verdict: null, judgement: null, judgedAt: null }
      const row = { id, roundId, entryId: entry.id, problemId, language, source, pasted, receivedAt: now, ...pending }
      return ok({
        expected: { rounds: { [round.id]: round.revision }, entries: { [entry.id]: entry.revision } },
        changes: [
          ...(await opening(store, round, entry, problemId, now, newId())),
          { do: 'insert', table: 'submissions', row },
        ],
        reply: receipt(row),
        touched: touches(round, entry),
      })
    })
  },
}

/** Hosts every puzzle, players those of their round once it is open, and outside of rounds those for practice. */
async function mayTry(
  context: Context,
  actor: Actor,
  problemId: ProblemId,
  roundId: RoundId | undefined,
): Promise<Result<null, Refusal>> {
  if (actor.host) return ok(null)
  if (!roundId) return (await mayPractise(context, problemId)) ? ok(null) : refused(refusal('problem-not-found'))
  const own = await ownRound(context.store, actor, roundId)
  if (!own.ok) return own
  const { round } = own.value
  if (!round.problemIds.includes(problemId)) return refused(refusal('problem-not-found'))
  if (round.status === 'planned' || round.status === 'countdown') return refused(refusal('round-not-open'))
  return ok(null)
}

const receipt = ({ id, receivedAt, judgement }: Submission) => ({ id, receivedAt, judgement })
const touches = (round: Round, entry: Entry) => ({ tournaments: [round.tournamentId], entries: [entry.id] })

/** The row that says that this puzzle is open from now on; none where it is open already. */
async function opening(
  store: Store,
  round: Round,
  entry: Entry,
  problemId: ProblemId,
  at: number,
  id: string,
): Promise<Change[]> {
  const last: Opening | undefined = (await store.openings(round.id, entry.id)).at(-1)
  if (last?.problemId === problemId) return []
  return [{ do: 'insert', table: 'openings', row: { id, roundId: round.id, entryId: entry.id, problemId, at } }]
}
