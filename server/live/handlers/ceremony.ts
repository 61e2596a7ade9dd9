import type { Done } from '../../protocol/commands.ts'
import type { ceremonyCommands } from '../../protocol/commands/ceremony.ts'
import type { PlayerId, TournamentId } from '../../protocol/ids.ts'
import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { Award, Tournament } from '../../store/records.ts'
import type { Change } from '../../store/store.ts'
import {
  finishTournament,
  mayHoldCeremony,
  mayHoldSeasonCeremony,
  publishTournament,
  revealNext,
} from '../../tournament/ceremony.ts'
import { showOnWall } from '../../tournament/walk-through.ts'
import type { Context, HandlersOf } from '../handler.ts'
import { signBadgesLater } from '../badges/later.ts'
import { areFiguresDue } from '../rating/due.ts'
import { rateTournamentLater } from '../rating/later.ts'
import { awardsPage } from '../views/awards-page.ts'
import { knownOf } from '../views/award-view.ts'
import { ceremonySteps } from '../views/ceremony-view.ts'

/** From the last round to the awards page. */
export const ceremony: HandlersOf<typeof ceremonyCommands> = {
  'tournament:finish': (context, _actor, { tournamentId }) =>
    changeTournament(context, tournamentId, async (tournament) => {
      const { store, clock, newId } = context
      const ruling = finishTournament(tournament, await store.roundsOf(tournamentId), clock.now())
      if (!ruling.ok) return ruling
      return ok({ tournament: ruling.value, also: [rateTournamentLater(tournament, newId(), clock.now())] })
    }),

  'tournament:publish': (context, _actor, { tournamentId }) =>
    changeTournament(context, tournamentId, async (tournament) => {
      const { store, clock, newId } = context
      const figuresDue = await areFiguresDue(store, tournament)
      const ruling = publishTournament(tournament, await store.roundsOf(tournamentId), figuresDue, clock.now())
      if (!ruling.ok) return ruling
      const awards = (await store.awardsOf(tournamentId)).filter((award) => award.publishedAt === null)
      const publishedAt = clock.now()
      const also = awards.map((award): Change => ({ do: 'patch', table: 'awards', id: award.id, set: { publishedAt } }))
      return ok({ tournament: ruling.value, also: [...also, signBadgesLater({ tournamentId }, newId(), publishedAt)] })
    }),

  async 'tournament:awards'(context, actor, { tournamentId, locale }) {
    const { store, clock } = context
    const tournament = await store.tournament(tournamentId)
    if (!tournament || (tournament.status !== 'published' && !actor.host))
      return refused(refusal('tournament-not-found'))
    const all = await store.awardsOf(tournamentId)
    const told = actor.host ? all : knownOf(all, tournament, clock.now())
    return ok(await awardsPage(context, tournament, told, locale))
  },

  'ceremony:start': (context, _actor, { tournamentId, roundId, seasonId }) =>
    changeTournament(context, tournamentId, async (tournament) => {
      const { store } = context
      if (seasonId !== undefined) {
        const season = await store.season(seasonId)
        if (!season) return refused(refusal('season-not-found'))
        const may = mayHoldSeasonCeremony(season, tournament, await store.roundsOf(tournamentId))
        return may.ok ? ok({ tournament: withCeremony(tournament, { roundId: null, seasonId, revealed: 0 }) }) : may
      }
      const round = roundId === null ? null : await store.round(roundId)
      if (roundId !== null && round?.tournamentId !== tournamentId) return refused(refusal('round-not-found'))
      const may = mayHoldCeremony(tournament, round, await areFiguresDue(store, tournament))
      return may.ok ? ok({ tournament: withCeremony(tournament, { roundId, revealed: 0 }) }) : may
    }),

  'ceremony:reveal': (context, _actor, { tournamentId, after }) =>
    changeTournament(context, tournamentId, async (tournament) => {
      const on = tournament.ceremony
      if (!on) return refused(refusal('nothing-to-reveal'))
      const steps = await ceremonySteps(context.store, tournament, on, context.clock.now())
      const revealed = revealNext(on.revealed, steps.length, after)
      if (!revealed.ok) return revealed
      const newest = revealed.value > on.revealed ? steps[on.revealed]?.award : undefined
      return ok({
        tournament: { ...tournament, ceremony: { ...on, revealed: revealed.value } },
        // [T6] From now on the room knows of it, whatever becomes of the ceremony.
        also: newest?.revealedAt === null ? [seen(newest, context.clock.now())] : [],
        // [K2] Their badge is no secret any more, wherever they are.
        badgesOf: newest?.winners.map(({ playerId }) => playerId) ?? [],
      })
    }),

  'ceremony:close': (context, _actor, { tournamentId }) =>
    changeTournament(context, tournamentId, async (tournament) =>
      ok({ tournament: { ...tournament, ceremony: null } }),
    ),

  'walk-through:show': (context, _actor, { tournamentId, ...wanted }) =>
    changeTournament(context, tournamentId, async (tournament) => {
      const ruling = showOnWall(await context.store.roundsOf(tournamentId), wanted)
      return ruling.ok ? ok({ tournament: { ...tournament, ceremony: null, walkThrough: ruling.value } }) : ruling
    }),

  'walk-through:close': (context, _actor, { tournamentId }) =>
    changeTournament(context, tournamentId, async (tournament) =>
      ok({ tournament: { ...tournament, walkThrough: null } }),
    ),
}

const seen = ({ id }: Award, revealedAt: number): Change => ({ do: 'patch', table: 'awards', id, set: { revealedAt } })

/** [V2] The tournament as its room follows a ceremony from its beginning. */
export const withCeremony = (tournament: Tournament, ceremony: NonNullable<Tournament['ceremony']>): Tournament => ({
  ...tournament,
  ceremony,
  walkThrough: null,
})

/** Decides on a tournament by one rule. */
export async function changeTournament(
  { store, director }: Context,
  tournamentId: TournamentId,
  rule: (
    tournament: Tournament,
  ) => Promise<Result<{ tournament: Tournament; also?: Change[]; badgesOf?: PlayerId[] }, Refusal>>,
): Promise<Result<Done, Refusal>> {
  return director.decide<Done>(async () => {
    const before = await store.tournament(tournamentId)
    if (!before) return refused(refusal('tournament-not-found'))
    const ruling = await rule(before)
    if (!ruling.ok) return ruling
    const entries = (await store.entriesOf(tournamentId)).map((entry) => entry.id)
    return ok({
      expected: { tournaments: { [before.id]: before.revision } },
      changes: [{ do: 'put', table: 'tournaments', row: ruling.value.tournament }, ...(ruling.value.also ?? [])],
      reply: {},
      touched: {
        ...{ tournaments: [before.id], entries, badgesOf: ruling.value.badgesOf ?? [] },
        series: before.seriesId ? [before.seriesId] : [],
      },
    })
  })
}
