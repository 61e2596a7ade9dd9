import type { BoardView } from '../../../server/protocol/board.ts'

/** What the wall shows. */
export type Scene =
  | 'test'
  | 'walk-through'
  | 'lobby'
  | 'countdown'
  | 'round'
  | 'results'
  | 'break'
  | 'awaiting-awards'
  | 'ceremony'
  | 'over'

export function sceneOf(board: BoardView): Scene {
  if (board.testPicture) return 'test'
  if (board.ceremony) return 'ceremony'
  if (board.walkThrough) return 'walk-through'
  if (board.status === 'published') return 'over'
  if (board.status === 'ended') return 'awaiting-awards'
  switch (board.round?.status) {
    case 'countdown':
      return 'countdown'
    case 'running':
    case 'paused':
      return 'round'
    case 'ended':
      return 'results'
    case 'published':
      return 'awaiting-awards'
    case 'planned':
      return board.round.position > 1 ? 'break' : 'lobby'
    case undefined:
      return 'lobby'
  }
}

/** How much morning there is, 0 to 1: the night ends as the round goes on, and as awards are revealed. */
export function dawnOf(board: BoardView, now: number): number {
  switch (sceneOf(board)) {
    case 'test':
    case 'lobby':
    case 'countdown':
      return 0.3
    case 'round': {
      const round = board.round
      if (!round) return 0.3
      const leftMs = round.remainingMs ?? (round.endsAt === null ? 0 : round.endsAt - now)
      const gone = 1 - leftMs / (round.limitMinutes * 60_000)
      return 0.3 + 0.5 * Math.min(1, Math.max(0, gone))
    }
    case 'break':
      return 0.45
    case 'results':
    case 'awaiting-awards':
      return 0.8
    case 'ceremony': {
      const { revealed, steps } = board.ceremony ?? { revealed: 0, steps: 1 }
      return 0.35 + (0.5 * revealed) / Math.max(1, steps)
    }
    case 'over':
      return 1
    case 'walk-through':
      return 0.2
  }
}

/** Whether the headline stands in the light. */
export const isHeadline = (board: BoardView): boolean => board.ceremony?.current?.headline ?? false
