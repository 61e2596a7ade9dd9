import type { breakCommands } from '../../protocol/commands/breaks.ts'
import { ok } from '../../protocol/result.ts'
import { startBreak } from '../../tournament/breaks.ts'
import type { HandlersOf } from '../handler.ts'
import { changeTournament } from './ceremony.ts'

/** What a host tells the whole room between and during rounds. */
export const breaks: HandlersOf<typeof breakCommands> = {
  // [B3]
  'tournament:announce': (context, _actor, { tournamentId, text }) =>
    changeTournament(context, tournamentId, async (tournament) => {
      const announcement = text === null ? null : { text, at: context.clock.now() }
      return ok({ tournament: { ...tournament, announcement } })
    }),

  'break:start': (context, _actor, { tournamentId, minutes }) =>
    changeTournament(context, tournamentId, async (tournament) => {
      const started = startBreak(await context.store.roundsOf(tournamentId), minutes, context.clock.now())
      return started.ok ? ok({ tournament: { ...tournament, breakEndsAt: started.value } }) : started
    }),

  'break:end': (context, _actor, { tournamentId }) =>
    changeTournament(context, tournamentId, async (tournament) =>
      ok({ tournament: { ...tournament, breakEndsAt: null } }),
    ),
}
