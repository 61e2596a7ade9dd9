import type { WorkDesk } from '../../desk.svelte.ts'
import { t } from '../../i18n.svelte.ts'
import { notices } from '../../notices.svelte.ts'
import type { ParsonsPiece, ParsonsView } from '../../../server/protocol/parsons.ts'
import { indented, leftOver, linesOf, moved, put, sourceOf, without, type Line } from './arrangement.ts'
import type { Target } from './drag.svelte.ts'

export type Where = 'pool' | 'program'

/**
 * What stands on a Parsons board and what can be done with it. The program is the desk's source and nothing else, so
 * drafts, Try and Submit are those of any puzzle. Each change is said to screen readers.
 */
export class Board {
  readonly view: ParsonsView
  /** Whether the player indents the lines. */
  readonly indents: boolean
  #desk: WorkDesk
  #focus: (where: Where) => void
  // Pieces with the same text are interchangeable in the source, but not under a hand that holds one of them.
  #arranged = $state.raw<Line[]>([])
  #chosen = $state.raw<Record<Where, number>>({ pool: 0, program: Infinity })
  /** Taken in hand by keyboard; `before` and `at` are what Escape brings back. */
  #held = $state.raw<{ id: string; fromPool: boolean; before: Line[]; at: number } | null>(null)
  #program: Line[] = $derived.by(() =>
    this.#sourceOf(this.#arranged) === this.#desk.source
      ? this.#arranged
      : linesOf(this.#desk.source, this.view, this.#desk.language),
  )
  #pool: ParsonsPiece[] = $derived.by(() => leftOver(this.view.pieces, this.#program))

  /** `focus` moves the focus into one of the lists. */
  constructor(desk: WorkDesk, view: ParsonsView, focus: (where: Where) => void) {
    this.#desk = desk
    this.view = view
    this.indents = view.indentation === 'chosen'
    this.#focus = focus
    // A draft that holds something else than these lines would be submitted unseen.
    if (this.#sourceOf(this.#program) !== desk.source) this.#change(this.#program)
  }

  get program(): Line[] {
    return this.#program
  }
  /** The pieces beside the program. */
  get pool(): ParsonsPiece[] {
    return this.#pool
  }
  get held(): string | null {
    return this.#held?.id ?? null
  }
  /** The index of the chosen line of a list; 0 where there is none. */
  at(where: Where): number {
    const count = where === 'pool' ? this.#pool.length : this.#program.length
    return Math.max(0, Math.min(this.#chosen[where], count - 1))
  }
  choose(where: Where, at: number): void {
    this.#chosen = { ...this.#chosen, [where]: at }
  }
  get chosenLine(): Line | undefined {
    return this.#program[this.at('program')]
  }
  pieceOf(id: string): ParsonsPiece | undefined {
    return this.view.pieces.find((piece) => piece.id === id)
  }

  /** A piece goes below the chosen line, as deep as that. */
  add(piece: ParsonsPiece): void {
    const at = this.#program.length === 0 ? 0 : this.at('program') + 1
    this.#place({ id: piece.id, indent: piece.indent ?? this.chosenLine?.indent ?? 0 }, at)
  }
  takeOut(line: Line): void {
    const at = this.at('program')
    this.#held = null
    this.#change(without(this.#program, line.id))
    this.choose('program', at)
    notices.say(t('parsons.takenOut', { text: this.#textOf(line.id) }))
    if (this.#program.length === 0) this.#focus('pool')
  }
  move(line: Line, by: 1 | -1): void {
    this.#change(moved(this.#program, line.id, by))
    this.#follow(line.id)
  }
  indent(line: Line, by: 1 | -1): void {
    if (!this.indents) return
    this.#change(indented(this.#program, line.id, by))
    this.#follow(line.id)
  }
  drop(id: string, target: Target): void {
    const line = this.#program.find((one) => one.id === id)
    if (target?.into === 'program') {
      this.#place({ id, indent: this.pieceOf(id)?.indent ?? target.indent }, target.at)
    } else if (target?.into === 'pool' && line) this.takeOut(line)
  }

  /** In hand, a line is moved by arrow keys until it is put down. */
  take(id: string): void {
    const piece = this.#pool.find((one) => one.id === id)
    this.#held = { id, fromPool: piece !== undefined, before: this.#program, at: this.at('program') }
    if (piece) {
      this.add(piece)
      this.#focus('program')
    }
    const said = { text: this.#textOf(id), position: this.at('program') + 1 }
    notices.say(t(this.indents ? 'parsons.held' : 'parsons.heldGiven', said))
  }
  putDown(): void {
    if (!this.#held) return
    const text = this.#textOf(this.#held.id)
    notices.say(t('parsons.putDown', { text, position: this.at('program') + 1 }))
    this.#letGo()
  }
  /** What is in hand goes back to where it was taken from. */
  bringBack(): void {
    if (!this.#held) return
    const { id, before, at } = this.#held
    this.#change(before)
    this.choose('program', at)
    notices.say(t('parsons.back', { text: this.#textOf(id) }))
    this.#letGo()
  }
  /** The focus went elsewhere: what is in hand stays where it is. */
  forgetHeld(): void {
    this.#held = null
  }

  #letGo(): void {
    const next = this.#held?.fromPool && this.#pool.length > 0
    this.#held = null
    if (next) this.#focus('pool')
  }
  #place(line: Line, at: number): void {
    this.#change(put(this.#program, line, at))
    this.#follow(line.id)
  }
  /** The line is the chosen one now, and is said: "Line 3 of 6: return total, indented once". */
  #follow(id: string): void {
    const at = this.#program.findIndex((line) => line.id === id)
    this.choose('program', at)
    const count = this.#program[at]?.indent ?? 0
    const said = { position: at + 1, of: this.#program.length, text: this.#textOf(id), count }
    notices.say(count === 0 ? t('parsons.lineFlat', said) : t('parsons.line', said))
  }
  #change(next: Line[]): void {
    this.#arranged = next
    this.#desk.write(this.#sourceOf(next))
  }
  #sourceOf(lines: Line[]): string {
    return sourceOf(lines, this.view, this.#desk.language)
  }
  #textOf(id: string): string {
    return this.pieceOf(id)?.text ?? ''
  }
}
