import type { EntryId, TournamentId } from '../../protocol/ids.ts'
import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { Done } from '../../protocol/commands.ts'
import type { PlayerId } from '../../protocol/ids.ts'
import type { Star } from '../../protocol/round.ts'
import type { Entry, Tournament } from '../../store/records.ts'
import { enter, takeName } from '../../tournament/entry.ts'
import { entryIn } from '../actor.ts'
import type { Context, Handlers } from '../handler.ts'

type Entries = 'entry:rename-self' | 'entry:approve' | 'entry:rename' | 'entry:remove'

/** Who is in a tournament, and under which name. */
export const entries: Handlers<Entries> = {
  async 'entry:rename-self'(context, actor, { tournamentId, name, star }) {
    const entry = await entryIn(context.store, actor, tournamentId)
    if (!entry.ok) return entry
    return changeEntry(context, entry.value.id, (own, all, tournament) => {
      const taken = takeName(name, all, own.id, tournament)
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

  // A host's choice of a name needs nobody's approval.
  'entry:rename': (context, _actor, { entryId, name }) =>
    changeEntry(context, entryId, (own, all) => {
      const taken = takeName(name, all, own.id, { approveNames: false })
      return taken.ok ? ok({ ...own, ...taken.value }) : taken
    }),

  'entry:remove': (context, _actor, { entryId }) =>
    changeEntry(context, entryId, (own) => ok({ ...own, removed: true })),
}

/** [E1]–[E4] Somebody comes in: back as who they were, or new. */
export async function join(
  { store, director, clock, newId }: Pick<Context, 'store' | 'director' | 'clock' | 'newId'>,
  tournament: Tournament,
  who: { playerId: PlayerId; name: string; star: Star },
): Promise<Result<{ entryId: EntryId }, Refusal>> {
  return director.decide(async () => {
    const all = await store.entriesOf(tournament.id)
    const own = all.find((entry) => entry.playerId === who.playerId) ?? null
    const entered = enter(tournament, own)
    if (!entered.ok) return entered
    if (own) return ok({ expected: {}, changes: [], reply: { entryId: own.id } })
    const taken = takeName(who.name, all, null, tournament)
    if (!taken.ok) return taken
    const { playerId, star } = who
    const row: Entry = {
      ...{ id: newId() as EntryId, tournamentId: tournament.id, playerId, star, ...taken.value },
      ...{ timeFactor: 1, removed: false, joinedAt: clock.now(), revision: 0 },
      ...{ helper: false, mentorRoundId: null },
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
    return ok({
      expected: { entries: { [entry.id]: entry.revision } },
      changes: [{ do: 'put', table: 'entries', row: ruling.value }],
      reply: {},
      touched: { tournaments: [entry.tournamentId], entries: [entry.id] },
    })
  })
}
