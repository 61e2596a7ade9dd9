import type { Done } from '../../protocol/commands.ts'
import type { helpCommands } from '../../protocol/commands/help.ts'
import type { EntryId, TournamentId } from '../../protocol/ids.ts'
import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { Entry, HelpCall } from '../../store/records.ts'
import type { Change, Store } from '../../store/store.ts'
import {
  closeCall,
  isMentorOf,
  isOffering,
  matchMentor,
  mayMentor,
  releaseCall,
  takeCall,
} from '../../tournament/help.ts'
import { mayBeAbout } from '../../tournament/questions.ts'
import { entryIn, staffIn, type Actor } from '../actor.ts'
import type { Context, HandlersOf } from '../handler.ts'
import { begunProblems, currentRound } from '../views/board-view.ts'

/** Somebody goes where somebody sits. */
export const help: HandlersOf<typeof helpCommands> = {
  async 'help:ask'({ store, director, clock, newId }, actor, { tournamentId, problemId, place }) {
    return director.decide(async () => {
      const own = await entryIn(store, actor, tournamentId)
      if (!own.ok) return own
      const tournament = await store.tournament(tournamentId)
      if (!tournament) return refused(refusal('tournament-not-found'))
      const about = mayBeAbout(tournament.status, problemId, begunProblems(await store.roundsOf(tournamentId)))
      if (!about.ok) return about
      // [H1]
      const open = (await openCalls(store, tournamentId)).find(({ entryId }) => entryId === own.value.id)
      const row: HelpCall = open
        ? { ...open, problemId, place }
        : {
            ...{ id: newId(), tournamentId, entryId: own.value.id, problemId, place, askedAt: clock.now() },
            ...{ takenBy: null, takenAt: null, closedAt: null, outcome: null },
          }
      return ok(decided(row, [own.value], { callId: row.id }))
    })
  },

  async 'help:cancel'({ store, director, clock }, actor, { tournamentId }) {
    return director.decide<Done>(async () => {
      const own = await entryIn(store, actor, tournamentId)
      if (!own.ok) return own
      const open = (await openCalls(store, tournamentId)).find(({ entryId }) => entryId === own.value.id)
      if (!open) return ok({ expected: {}, changes: [], reply: {} })
      const closed = closeCall(open, 'cancelled', clock.now())
      return closed.ok ? ok(decided(closed.value, await withMentor(store, open, own.value), {})) : closed
    })
  },

  'help:take': (context, actor, { callId }) =>
    changeCall(context, actor, callId, (call, { entry, isStaff }) => {
      if (!isStaff) return refused(refusal('not-a-helper'))
      const host = actor.host
      if (host) return takeCall(call, { by: 'host', userId: host.userId, name: host.name }, context.clock.now())
      if (!entry) return refused(refusal('not-a-helper'))
      return takeCall(call, { by: 'helper', entryId: entry.id }, context.clock.now())
    }),

  'help:release': (context, actor, { callId }) =>
    changeCall(context, actor, callId, (call, { isStaff }) =>
      isStaff ? releaseCall(call) : refused(refusal('not-a-helper')),
    ),

  'help:done': (context, actor, { callId }) =>
    changeCall(context, actor, callId, (call, { entry, isStaff }) =>
      isStaff || (entry && isMentorOf(call, entry.id))
        ? closeCall(call, 'done', context.clock.now())
        : refused(refusal('not-a-helper')),
    ),

  async 'mentor:offer'({ store, director }, actor, { tournamentId }) {
    return director.decide<Done>(async () => {
      const own = await entryIn(store, actor, tournamentId)
      if (!own.ok) return own
      const round = currentRound(await store.roundsOf(tournamentId))
      const outlines = round ? await store.submissionOutlines(round.id, own.value.id) : []
      const solved = new Set(outlines.filter(({ verdict }) => verdict === 'AC').map(({ problemId }) => problemId))
      const may = mayMentor(round, solved.size)
      return may.ok ? ok(offering(own.value, round?.id ?? null)) : may
    })
  },

  async 'mentor:withdraw'({ store, director }, actor, { tournamentId }) {
    return director.decide<Done>(async () => {
      const own = await entryIn(store, actor, tournamentId)
      if (!own.ok) return own
      const withdrawn = offering(own.value, null)
      const call = (await openCalls(store, tournamentId)).find((one) => isMentorOf(one, own.value.id))
      const caller = call && (await store.entry(call.entryId))
      const released = call && releaseCall(call)
      if (!caller || !released?.ok) return ok(withdrawn)
      const freed = decided(released.value, [caller], {})
      return ok({
        expected: { entries: { ...withdrawn.expected.entries, ...freed.expected.entries } },
        changes: [...withdrawn.changes, ...freed.changes],
        reply: {},
        touched: { tournaments: [tournamentId], entries: [own.value.id, caller.id] },
      })
    })
  },

  'mentor:match': (context, actor, { callId, entryId }) =>
    changeCall(context, actor, callId, async (call) => {
      const { store, clock } = context
      const mentor = await store.entry(entryId)
      const round = currentRound(await store.roundsOf(call.tournamentId))
      const busy = (await openCalls(store, call.tournamentId)).some((one) => isMentorOf(one, entryId))
      const free = isOffering(mentor, round) && !busy
      return matchMentor(call, { by: 'mentor', entryId }, free, clock.now())
    }),
}

const openCalls = async (store: Store, tournamentId: TournamentId): Promise<HelpCall[]> =>
  (await store.helpCallsOf(tournamentId)).filter(({ closedAt }) => closedAt === null)

const offering = (entry: Entry, mentorRoundId: Entry['mentorRoundId']) => ({
  expected: { entries: { [entry.id]: entry.revision } },
  changes: [{ do: 'patch', table: 'entries', id: entry.id, set: { mentorRoundId } }] satisfies Change[],
  reply: {},
  touched: { tournaments: [entry.tournamentId], entries: [entry.id] },
})

/** The call as it is from now on; it concerns those whose views show it. */
function decided<R>(row: HelpCall, concerned: readonly Entry[], reply: R) {
  const renewed = concerned.map(({ id }): Change => ({ do: 'patch', table: 'entries', id, set: {} }))
  const changes: Change[] = [{ do: 'put', table: 'helpCalls', row }, ...renewed]
  return {
    expected: { entries: Object.fromEntries(concerned.map(({ id, revision }) => [id, revision])) },
    changes,
    reply,
    touched: { tournaments: [row.tournamentId], entries: concerned.map(({ id }): EntryId => id) },
  }
}

/** The caller, and the mentor where one was brought together with them. */
async function withMentor(store: Store, call: HelpCall, caller: Entry): Promise<Entry[]> {
  const mentor = call.takenBy?.by === 'mentor' ? await store.entry(call.takenBy.entryId) : null
  return mentor ? [caller, mentor] : [caller]
}

async function changeCall(
  { store, director }: Context,
  actor: Actor,
  callId: string,
  rule: (
    call: HelpCall,
    who: { entry: Entry | null; isStaff: boolean },
  ) => Result<HelpCall, Refusal> | Promise<Result<HelpCall, Refusal>>,
): Promise<Result<Done, Refusal>> {
  return director.decide<Done>(async () => {
    const before = await store.helpCall(callId)
    const caller = before && (await store.entry(before.entryId))
    if (!before || !caller || caller.removed) return refused(refusal('help-over'))
    const ruling = await rule(before, await staffIn(store, actor, before.tournamentId))
    if (!ruling.ok) return ruling
    const after = ruling.value
    if (after === before) return ok({ expected: {}, changes: [], reply: {} })
    const mentors = [...(await withMentor(store, before, caller)), ...(await withMentor(store, after, caller))]
    const concerned = [...new Map(mentors.map((entry) => [entry.id, entry])).values()]
    return ok(decided(after, concerned, {}))
  })
}
