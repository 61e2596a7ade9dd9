import type { Board, Where } from './board.svelte.ts'

/**
 * What a key does in a list of lines, or undefined where it is not for us. In the program Enter takes a line in hand and
 * puts it down; as long as it is in hand, arrow keys move it, otherwise they choose another.
 */
export function actOf(key: string, where: Where, board: Board): (() => void) | undefined {
  const at = board.at(where)
  if (where === 'pool') {
    const piece = board.pool[at]
    if (isEnter(key) && piece) return () => board.take(piece.id)
    return choosing(key, where, board)
  }
  const line = board.chosenLine
  if (!line) return choosing(key, where, board)
  if (key === 'ArrowLeft' || key === 'ArrowRight') return () => board.indent(line, key === 'ArrowLeft' ? -1 : 1)
  if (key === 'Delete' || key === 'Backspace') return () => board.takeOut(line)
  if (isEnter(key)) return () => (board.held === null ? board.take(line.id) : board.putDown())
  if (board.held === null) return choosing(key, where, board)
  if (key === 'ArrowUp' || key === 'ArrowDown') return () => board.move(line, key === 'ArrowUp' ? -1 : 1)
  return key === 'Escape' ? () => board.bringBack() : undefined
}

const isEnter = (key: string): boolean => key === 'Enter' || key === ' '

function choosing(key: string, where: Where, board: Board): (() => void) | undefined {
  const at = board.at(where)
  const last = board[where].length - 1
  const to = { ArrowUp: Math.max(0, at - 1), ArrowDown: Math.min(last, at + 1), Home: 0, End: last }[key]
  return to === undefined ? undefined : () => board.choose(where, to)
}
