import type { BoardView } from '../server/protocol/board.ts'
import type { HostView } from '../server/protocol/host.ts'
import type { MeView } from '../server/protocol/me.ts'
import type { RoomView } from '../server/protocol/room.ts'

const isOlder = (view: { version: number }, held: { version: number } | null): boolean =>
  held !== null && view.version < held.version

/** The newest views of what the page watches: each is whole and carries the stored revision, so an older one is dropped. */
export class Views {
  board = $state.raw<BoardView | null>(null)
  me = $state.raw<MeView | null>(null)
  host = $state.raw<HostView | null>(null)
  room = $state.raw<RoomView | null>(null)

  /** These answer whether the view was taken. */
  takeBoard(board: BoardView): boolean {
    if (isOlder(board, this.board)) return false
    // The same revision may come again with other people present; the later word counts.
    if (board.version === this.board?.version && board.serverNow < this.board.serverNow) return false
    this.board = board
    return true
  }
  takeMe(me: MeView): boolean {
    if (isOlder(me, this.me)) return false
    this.me = me
    return true
  }
  takeHost(host: HostView): boolean {
    if (isOlder(host, this.host)) return false
    this.host = host
    return true
  }
  takeRoom(room: RoomView): boolean {
    if (isOlder(room, this.room)) return false
    this.room = room
    return true
  }

  /** What one person alone may see. */
  clearOwn(): void {
    this.me = this.host = this.room = null
  }
  clear(): void {
    this.board = null
    this.clearOwn()
  }
}
