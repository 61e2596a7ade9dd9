import type { BoardView } from '../server/protocol/board.ts'
import type { Route } from './routes.ts'

/** A player's own pages. Not those of hosts and helpers nor the wall, which others look at, nor a badge's public one. */
const PAGES: readonly Route['page'][] = ['home', 'player', 'awards', 'series', 'result']

type Shown = {
  page: Route['page']
  board: Pick<BoardView, 'ceremony' | 'round'> | null
  /** Whether one has joined the tournament on the page. */
  joined: boolean
}

/**
 * [K2] Whether a page may tell of a new badge now: not at a tournament's door, where a shared laptop may be somebody
 * else's by now, not while a round is on before one, and not before a ceremony has told the room.
 */
export function mayTellOfBadges({ page, board, joined }: Shown): boolean {
  if (!PAGES.includes(page) || board?.ceremony) return false
  if (page !== 'player') return true
  const status = board?.round?.status
  return joined && status !== 'countdown' && status !== 'running' && status !== 'paused'
}
