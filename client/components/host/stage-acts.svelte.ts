import { t } from '../../i18n.svelte.ts'
import { notices } from '../../notices.svelte.ts'
import type { BoardView } from '../../../server/protocol/board.ts'
import type { CommandName, PayloadInput, Reply } from '../../../server/protocol/commands.ts'
import type { RoundId } from '../../../server/protocol/ids.ts'
import { ask } from './ask.ts'
import { held } from './held.svelte.ts'

/** As long as the wall takes to show one: a second tap of an eager thumb is not the next award. */
const REVEAL_LASTS_MS = 1500

/** What a host does from stage to stage: one thing at a time; `onact` hears of each that was done. */
export class StageActs {
  #board: () => BoardView
  #onact: () => void
  #busy = $state.raw<CommandName | null>(null)
  #revealing = $state.raw(false)

  constructor(board: () => BoardView, onact: () => void) {
    this.#board = board
    this.#onact = onact
  }

  /** What is asked for at the moment. */
  get busy(): CommandName | null {
    return this.#busy
  }
  get revealing(): boolean {
    return this.#revealing
  }

  async do<C extends CommandName>(command: C, payload: PayloadInput<C>): Promise<Reply<C> | null> {
    if (this.#busy) return null
    this.#busy = command
    const done = await ask(command, payload)
    this.#busy = null
    if (done !== null) this.#onact()
    return done
  }

  /** More minutes for everybody, to be taken back from the notice that says so. */
  async extend(roundId: RoundId, count: number): Promise<void> {
    const given = await this.do('round:extend', { roundId, minutes: count })
    if (!given) return
    const { extensionId } = given
    const takeBack = async () => {
      if (await ask('round:take-back-time', { roundId, extensionId })) notices.show(t('stage.tookBack', { count }))
    }
    notices.show(t('stage.extended', { count }), 'quiet', { label: t('undo.do'), run: () => void takeBack() })
  }

  /** The round's ceremony, or the final one. */
  async startCeremony(roundId: RoundId | null): Promise<void> {
    await this.do('ceremony:start', { tournamentId: this.#board().tournamentId, roundId })
  }

  async reveal(): Promise<void> {
    const { tournamentId, ceremony } = this.#board()
    this.#revealing = true
    await this.do('ceremony:reveal', { tournamentId, after: ceremony?.revealed ?? 0 })
    setTimeout(() => (this.#revealing = false), REVEAL_LASTS_MS)
  }

  async closeCeremony(): Promise<void> {
    const { tournamentId, ceremony } = this.#board()
    const { roundId = null, season = null } = ceremony ?? {}
    if (await this.do('ceremony:close', { tournamentId }))
      // A season's ceremony is none of this evening's own.
      if (season === null) held.note(tournamentId, roundId)
  }
}
