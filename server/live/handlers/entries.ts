import type { EntryId, TournamentId } from '../../protocol/ids.ts'
import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { Done } from '../../protocol/commands.ts'
import type { entryCommands } from '../../protocol/commands/entries.ts'
import type { PlayerId } from '../../protocol/ids.ts'
import type { Star } from '../../protocol/round.ts'
import type { Entry, Round, Tournament } from '../../store/records.ts'
import type { Change, Store } from '../../store/store.ts'
import { enter, giveTime, invitedBy, makeHelper, readmit, takeName } from '../../tournament/entry.ts'
import { chooseName } from '../../tournament/names.ts'
import { isUnderWay } from '../../tournament/round.ts'
import { entryIn } from '../actor.ts'
import type { Context, HandlersOf } from '../handler.ts'
import { changeTournament } from './ceremony.ts'

/** Who is in a tournament, and under which name. */
export const entries: HandlersOf<typeof entryCommands> = {
  async 'entry:rename-self'(context, actor, { tournamentId, name, star }) {
    const entry = await entryIn(context.store, actor, tournamentId)
    if (!entry.ok) return entry
    return changeEntry(context, entry.value.id, (own, all, tournament) => {
      const taken = chooseName(name, all, own.id, tournament)
      if (!taken.ok) return taken
      const unchanged = taken.value.name === own.name
      return ok({ ...own, ...taken.value, nameApproved: unchanged ? own.nameApproved : taken.value.nameApproved, star })
    })
  },

  async 'entry:approve'(context, _actor, { tournamentId, entryId }) {
    const waiting = (await context.store.entriesOf(tournamentId)).filter(
      (entry) => !entry.nameApproved && (entryId === undefined || entry.id === entryId),
    )
    for (const entry of waiting) {
      const approved = await changeEntry(context, entry.id, (own) => ok({ ...own, nameApproved: true }))
      if (!approved.ok) return approved
    }
    return ok({})
  },

  // [N4] A host's choice of a name needs nobody's approval.
  'entry:rename': (context, _actor, { entryId, name }) =>
    changeEntry(context, entryId, (own, all) => {
      const taken = takeName(name, all, own.id, { approveNames: false })
      return taken.ok ? ok({ ...own, ...taken.value }) : taken
    }),

  'entry:remove': (context, _actor, { entryId }) =>
    changeEntry(context, entryId, (own) => ok({ ...own, removed: true })),

  async 'entry:readmit'(context, _actor, { entryId }) {
    const entry = await context.store.entry(entryId)
    // Their other account stands on the list in their place.
    if (entry && (await context.store.link(entry.playerId))) return refused(refusal('entry-not-found'))
    return changeEntry(context, entryId, readmit)
  },

  'entry:give-time': (context, _actor, { entryId, factor }) =>
    changeEntry(context, entryId, (own) => giveTime(own, factor)),

  'entry:make-helper': (context, _actor, { entryId, helper }) =>
    changeEntry(context, entryId, (own) => makeHelper(own, helper)),

  async 'helper:invite'(context, _actor, { tournamentId }) {
    const key = context.newId()
    const invited = await invite(context, tournamentId, key)
    return invited.ok ? ok({ key }) : invited
  },
  'helper:uninvite': (context, _actor, { tournamentId }) => invite(context, tournamentId, null),
}

const invite = (context: Context, tournamentId: TournamentId, helperKey: string | null) =>
  changeTournament(context, tournamentId, async (tournament) => ok({ tournament: { ...tournament, helperKey } }))

/** [E1]–[E4] [E6] Somebody comes in: back as who they were, or new; as a helper with the key of the invitation. */
export async function join(
  { store, director, clock, newId }: Pick<Context, 'store' | 'director' | 'clock' | 'newId'>,
  tournament: Tournament,
  who: { playerId: PlayerId; name: string; star: Star; helperKey?: string | undefined },
): Promise<Result<{ entryId: EntryId }, Refusal>> {
  return director.decide(async () => {
    const all = await store.entriesOf(tournament.id)
    const own = all.find((entry) => entry.playerId === who.playerId) ?? null
    const entered = enter(tournament, own)
    if (!entered.ok) return entered
    const invited = invitedBy(who.helperKey, tournament.helperKey)
    if (!invited.ok) return invited
    if (own) {
      const becomesHelper = invited.value && !own.helper
      return ok({
        expected: { entries: { [own.id]: own.revision } },
        changes: becomesHelper ? [{ do: 'put', table: 'entries', row: { ...own, helper: true } }] : [],
        reply: { entryId: own.id },
        touched: { tournaments: [tournament.id], entries: [own.id] },
      })
    }
    const taken = chooseName(who.name, all, null, tournament)
    if (!taken.ok) return taken
    const { playerId, star } = who
    const row: Entry = {
      ...{ id: newId() as EntryId, tournamentId: tournament.id, playerId, star, ...taken.value },
      ...{ timeFactor: 1, removed: false, joinedAt: clock.now(), revision: 0 },
      ...{ helper: invited.value, mentorRoundId: null },
    }
    return ok({
      expected: {},
      changes: [{ do: 'insert', table: 'entries', row }],
      reply: { entryId: row.id },
      touched: { tournaments: [tournament.id], entries: [row.id] },
    })
  })
}

async function changeEntry(
  { store, director }: Context,
  entryId: EntryId,
  rule: (entry: Entry, all: Entry[], tournament: Tournament) => Result<Entry, Refusal>,
): Promise<Result<Done, Refusal>> {
  return director.decide<Done>(async () => {
    const entry = await store.entry(entryId)
    const tournament = entry && (await store.tournament(entry.tournamentId as TournamentId))
    if (!entry || !tournament) return refused(refusal('entry-not-found'))
    const ruling = rule(entry, await store.entriesOf(entry.tournamentId), tournament)
    if (!ruling.ok) return ruling
    const row = ruling.value
    const rounds = await movedEnd(store, entry, row)
    return ok({
      expected: {
        entries: { [entry.id]: entry.revision },
        rounds: Object.fromEntries(rounds.map(({ id, revision }) => [id, revision])),
      },
      changes: [
        { do: 'put', table: 'entries', row },
        ...rounds.map((round): Change => ({ do: 'put', table: 'rounds', row: round })),
      ],
      reply: {},
      touched: {
        ...{ tournaments: [entry.tournamentId], entries: [entry.id] },
        // [E4] Who is taken off the list, or let back in, reads so at once.
        anew: entry.removed === row.removed ? [] : [entry.playerId],
      },
    })
  })
}

/** [E5] Rounds whose end for everybody may come earlier or later: written again, they are looked at anew. */
async function movedEnd(store: Store, before: Entry, after: Entry): Promise<Round[]> {
  const factor = (entry: Entry) => (entry.removed ? 1 : entry.timeFactor)
  if (factor(before) === factor(after)) return []
  return (await store.roundsOf(after.tournamentId)).filter(isUnderWay)
}
