import { placeAt } from './arrangement.ts'

/** A step of indentation, and the room for line numbers, as the style draws them. */
export const STEP_PX = 24
export const GUTTER_PX = 32
/** Less is a tap or a click with an unsteady hand. */
const SLACK_PX = 6
const EDGE_PX = 56
const SCROLL_PX = 10

/** Where the piece would go: into the program, or beside it. Nowhere: it stays where it was. */
export type Target = { into: 'program'; at: number; indent: number; barTop: number } | { into: 'pool' } | null

type Grip = { id: string; pointer: number; fromX: number; fromY: number; inX: number; inY: number; width: number }
type Board = { board: HTMLElement; pool: HTMLElement; program: HTMLElement }

/**
 * Dragging a piece by mouse, pen or finger. Nothing in the page moves until it is dropped, so the pointer never loses
 * what it holds; a bar shows where the piece would go, and how deep. Touches that scroll are the browser's: it cancels
 * them here (`touch-action` in the style).
 */
export class PieceDrag {
  /** The piece under way, where its picture stands on the screen, and where it would go. */
  now = $state.raw<{ id: string; x: number; y: number; width: number; target: Target } | null>(null)
  /** A drag ends with a click in some browsers, which is none. */
  justEnded = false
  #grip: Grip | null = null
  #x = 0
  #y = 0
  #frame = 0
  #where: () => Board
  #drop: (id: string, target: Target) => void

  constructor(where: () => Board, drop: (id: string, target: Target) => void) {
    this.#where = where
    this.#drop = drop
  }

  press(press: PointerEvent): void {
    this.justEnded = false
    const piece = (press.target as Element).closest<HTMLElement>('[data-piece]')
    if (!piece || press.button !== 0 || this.#grip) return
    const face = (piece.querySelector('[data-face]') ?? piece).getBoundingClientRect()
    this.#grip = {
      id: piece.dataset.piece ?? '',
      pointer: press.pointerId,
      ...{ fromX: press.clientX, fromY: press.clientY },
      ...{ inX: press.clientX - face.left, inY: press.clientY - face.top, width: face.width },
    }
  }

  move(move: PointerEvent): void {
    const grip = this.#grip
    if (!grip || move.pointerId !== grip.pointer) return
    this.#x = move.clientX
    this.#y = move.clientY
    if (this.now === null) {
      if (Math.hypot(this.#x - grip.fromX, this.#y - grip.fromY) < SLACK_PX) return
      this.#where().board.setPointerCapture(grip.pointer)
      this.#frame = requestAnimationFrame(this.#scroll)
    }
    this.#show(grip)
  }

  end(up: PointerEvent): void {
    if (up.pointerId !== this.#grip?.pointer) return
    const dragged = this.now
    this.cancel()
    if (!dragged) return
    this.justEnded = true
    this.#drop(dragged.id, dragged.target)
  }

  cancel(): void {
    cancelAnimationFrame(this.#frame)
    this.#grip = null
    this.now = null
  }

  #show({ id, inX, inY, width }: Grip): void {
    this.now = { id, x: this.#x - inX, y: this.#y - inY, width, target: this.#target(id, this.#x - inX) }
  }

  #target(id: string, left: number): Target {
    const { board, pool, program } = this.#where()
    if (!holds(board.getBoundingClientRect(), this.#x, this.#y)) return null
    if (holds(pool.getBoundingClientRect(), this.#x, this.#y)) return { into: 'pool' }
    const list = program.getBoundingClientRect()
    const others = [...program.querySelectorAll<HTMLElement>('[data-piece]')]
      .filter((piece) => piece.dataset.piece !== id)
      .map((piece) => piece.getBoundingClientRect())
    const at = placeAt(
      others.map(({ top, height }) => top + height / 2),
      this.#y,
    )
    const edge = others[at]?.top ?? others[at - 1]?.bottom ?? list.top
    const indent = Math.max(0, Math.round((left - list.left - GUTTER_PX) / STEP_PX))
    return { into: 'program', at, indent, barTop: edge - list.top }
  }

  /** Near the upper or lower edge of what is seen, it scrolls. */
  #scroll = (): void => {
    if (!this.#grip || !this.now) return
    this.#frame = requestAnimationFrame(this.#scroll)
    const { board } = this.#where()
    const own = board.scrollHeight > board.clientHeight + 1
    const box = board.getBoundingClientRect()
    const top = own ? box.top : 0
    const bottom = own ? box.bottom : innerHeight
    const by = this.#y < top + EDGE_PX ? -SCROLL_PX : this.#y > bottom - EDGE_PX ? SCROLL_PX : 0
    if (by === 0) return
    const scroller = own ? board : document.documentElement
    const before = scroller.scrollTop
    scroller.scrollTop += by
    if (scroller.scrollTop !== before) this.#show(this.#grip)
  }
}

const holds = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean =>
  x >= left && x <= right && y >= top && y <= bottom
