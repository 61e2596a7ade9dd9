import { forget, remember, remembered } from './device.ts'
import type { RoundId } from '../server/protocol/ids.ts'
import type { BoardView } from '../server/protocol/board.ts'
import type { SessionView } from '../server/protocol/http.ts'
import type { MeView } from '../server/protocol/me.ts'
import type { ProblemView } from '../server/protocol/problem.ts'

/**
 * What this device last saw of a player's evening: so that a page that is loaded without a network shows the round and
 * what was typed. One slot each: the next tournament, or the next person, takes its place.
 */
function keep(name: string, value: unknown): void {
  remember(name, JSON.stringify(value))
}
function recall<T>(name: string): T | null {
  try {
    return JSON.parse(remembered(name) ?? 'null') as T | null
  } catch {
    return null
  }
}

type Seen = { code: string; board: BoardView; me: MeView }
export const lastViews = {
  keep: (code: string, board: BoardView, me: MeView): void => keep('seen.views', { code, board, me } satisfies Seen),
  recall(code: string): Seen | null {
    const seen = recall<Seen>('seen.views')
    return seen?.code === code ? seen : null
  },
}

type Problems = { roundId: RoundId; locale: string; problems: ProblemView[] }
export const lastProblems = {
  keep: (roundId: RoundId, locale: string, problems: ProblemView[]): void =>
    keep('seen.problems', { roundId, locale, problems } satisfies Problems),
  recall(roundId: RoundId, locale: string): ProblemView[] | null {
    const seen = recall<Problems>('seen.problems')
    return seen?.roundId === roundId && seen.locale === locale ? seen.problems : null
  },
}

type Player = NonNullable<SessionView['player']>
export const lastPlayer = {
  /** Somebody else, or nobody: what the one before saw leaves the device, too. */
  keep(player: Player | null): void {
    const before = recall<Player>('seen.player')
    if (before !== null && before.id !== player?.id) for (const one of ['views', 'problems']) forget(`seen.${one}`)
    if (player) keep('seen.player', player)
    else forget('seen.player')
  },
  recall: (): Player | null => recall<Player>('seen.player'),
}
