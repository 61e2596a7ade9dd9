/** Where the page is. The address is the only state: a reload or a copied link leads to the same place. */
export type Route =
  | { page: 'home' }
  | { page: 'player'; code: string }
  | { page: 'projector'; code: string }
  | { page: 'awards'; code: string }
  | { page: 'series'; seriesId: string }
  | { page: 'helper'; code: string }
  | { page: 'test-visit'; code: string }
  | { page: 'host' }
  | { page: 'host-tournament'; tournamentId: string }
  /** `new` begins one. */
  | { page: 'host-puzzles' }
  | { page: 'host-puzzle'; contributionId: string }
  | { page: 'host-series'; seriesId: string }
  | { page: 'host-preview'; tournamentId: string }
  | { page: 'host-sign-in' }
  | { page: 'host-claim' }
  | { page: 'host-audit' }
  | { page: 'host-account' }
  | { page: 'me' }
  | { page: 'move' }
  | { page: 'result'; roundId: string }
  | { page: 'status' }
  | { page: 'credential'; badgeId: string }
  | { page: 'verify' }
  | { page: 'not-found' }

export function routeOf(path: string): Route {
  const [first, second, third, ...rest] = path.split('/').filter(Boolean).map(decoded)
  if (rest.length > 0) return { page: 'not-found' }
  switch (first) {
    case undefined:
      return { page: 'home' }
    case 't':
      if (second === undefined) return { page: 'home' }
      if (third === undefined) return { page: 'player', code: second }
      if (third === 'wall') return { page: 'projector', code: second }
      if (third === 'awards') return { page: 'awards', code: second }
      if (third === 'helper') return { page: 'helper', code: second }
      if (third === 'test') return { page: 'test-visit', code: second }
      return { page: 'not-found' }
    case 's':
      if (second === undefined || third !== undefined) return { page: 'not-found' }
      return { page: 'series', seriesId: second }
    case 'host':
      if (second === 'puzzles' && third !== undefined) return { page: 'host-puzzle', contributionId: third }
      if (second === 'series' && third !== undefined) return { page: 'host-series', seriesId: third }
      if (second !== undefined && third === 'preview') return { page: 'host-preview', tournamentId: second }
      if (third !== undefined) return { page: 'not-found' }
      if (second === undefined) return { page: 'host' }
      if (second === 'puzzles') return { page: 'host-puzzles' }
      if (second === 'sign-in') return { page: 'host-sign-in' }
      if (second === 'claim') return { page: 'host-claim' }
      if (second === 'audit') return { page: 'host-audit' }
      if (second === 'account') return { page: 'host-account' }
      return { page: 'host-tournament', tournamentId: second }
    case 'result':
      if (second === undefined || third !== undefined) return { page: 'not-found' }
      return { page: 'result', roundId: second }
    case 'badge':
      if (second === undefined || third !== undefined) return { page: 'not-found' }
      return { page: 'credential', badgeId: second }
    case 'me':
    case 'move':
    case 'verify':
    case 'status':
      return second === undefined ? { page: first } : { page: 'not-found' }
    default:
      return { page: 'not-found' }
  }
}
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
