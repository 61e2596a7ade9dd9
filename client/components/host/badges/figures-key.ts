import type { HostRound, HostView } from '../../../../server/protocol/host.ts'

type Figures = { rounds: Pick<HostRound, 'id' | 'status' | 'ranking'>[]; awards: HostView['awards'] }

/** Changes when something changes that published awards rest on: results, who is who, what a host struck. */
export const figuresKey = ({ rounds, awards }: Figures): string =>
  JSON.stringify([
    rounds.map(({ id, status, ranking }) => [
      id,
      status === 'published',
      ranking.map(({ playerId, gain, performance, struck }) => [playerId, gain, performance, struck]),
    ]),
    awards.map(({ id, winners, more }) => [id, winners.length + more]),
  ])
