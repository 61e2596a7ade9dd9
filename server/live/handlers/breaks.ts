import { ok } from '../../protocol/result.ts'
import { startBreak } from '../../tournament/breaks.ts'
import type { Handlers } from '../handler.ts'
import { changeTournament } from './ceremony.ts'

type Breaks = 'tournament:announce' | 'break:start' | 'break:end'

/** What a host tells the whole room between and during rounds. */
export const breaks: Handlers<Breaks> = {
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
