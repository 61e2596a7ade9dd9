import { expect, it } from 'vitest'
import { replay } from '../../../server/improvement/replay.ts'
import type { PlayedRound } from '../../../server/improvement/plays.ts'
import { playedRound } from '../../../server/live/rating/timeline.ts'
import type { PlayerId, RoundId, TournamentId } from '../../../server/protocol/ids.ts'
import type { RoundResult } from '../../../server/store/records.ts'
import { play, round } from '../../improvement/builders.ts'

const TONIGHT = 't1' as TournamentId
const plain = (n: number, ada: string) =>
  round(TONIGHT, `a${n}:2 b${n}:3 c${n}:4`, { ada, ben: '6, 9, 15', cem: '6, 9, 15' })

/** The rounds as they are stored, ada's result of the fifth struck by a host. */
const stored = ({ round, outcome }: PlayedRound, index: number): PlayedRound => {
  const id = round.id as RoundId
  const rows = Object.entries(round.results).map(([player, observations]): RoundResult => ({
    ...{ id: `${id}:${player}`, roundId: id, tournamentId: TONIGHT, playerId: player as PlayerId },
    ...{ observations, outcome: outcome.players[player], flagged: false },
    flagState: index === 4 && player === 'ada' ? 'struck' : 'none',
  }))
  return playedRound({ id, problems: { list: round.problems, outcome: outcome.problems } }, TONIGHT, rows)
}

it('a struck result is as if its player had not been in the round', () => {
  const slow = '19+3w, –, –'
  const rounds = [1, 2, 3, 4].map((n) => plain(n, slow))
  const played = play(...rounds, plain(5, '0.4, 0.5, 0.8'), plain(6, slow)).map(stored)
  expect(Object.keys(played[4]!.outcome.players)).toEqual(['ben', 'cem'])
  const again = [...replay(played.map(({ round }) => round))]
  expect(again[4]!.players['ada']).toBeUndefined()
  expect(again[5]!.players['ada']!.roundsBefore).toBe(4)
})
