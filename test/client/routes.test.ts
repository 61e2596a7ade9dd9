import { expect, it } from 'vitest'
import { routeOf } from '../../client/routes.ts'

it.each([
  ['/', { page: 'home' }],
  ['/t/KITE42', { page: 'player', code: 'KITE42' }],
  ['/t/KITE%2042', { page: 'player', code: 'KITE 42' }],
  ['/t/KITE42/wall', { page: 'projector', code: 'KITE42' }],
  ['/t/KITE42/awards', { page: 'awards', code: 'KITE42' }],
  ['/t/KITE42/helper', { page: 'helper', code: 'KITE42' }],
  ['/t/', { page: 'home' }],
  ['/host', { page: 'host' }],
  ['/host/sign-in', { page: 'host-sign-in' }],
  ['/host/claim', { page: 'host-claim' }],
  ['/host/tournament1', { page: 'host-tournament', tournamentId: 'tournament1' }],
  ['/me', { page: 'me' }],
  ['/result/round0001', { page: 'result', roundId: 'round0001' }],
  ['/status', { page: 'status' }],
  ['/badge/badge0001', { page: 'credential', badgeId: 'badge0001' }],
  ['/badge', { page: 'not-found' }],
  ['/verify', { page: 'verify' }],
  ['/result', { page: 'not-found' }],
  ['/t/KITE42/else', { page: 'not-found' }],
  ['/t/KITE42/wall/more', { page: 'not-found' }],
  ['/last-week', { page: 'not-found' }],
  ['/t/%E0%A4%A', { page: 'player', code: '%E0%A4%A' }],
])('%s leads to %o', (path, route) => expect(routeOf(path)).toEqual(route))
