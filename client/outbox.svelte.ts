import { live } from './live.svelte.ts'
import { Listeners } from './listeners.ts'
import type { ClientRefusal } from './refusal.ts'
import { deviceShelf, type Held, type Shelf } from './shelf.ts'
import type { Reply } from '../server/protocol/commands.ts'
import type { PlayerId, SubmissionId } from '../server/protocol/ids.ts'
import type { RefusalCode } from '../server/protocol/refusals.ts'
import type { Result } from '../server/protocol/result.ts'

export type Sent = Result<Reply<'submission:create'>, ClientRefusal>

/** Refusals that say nothing about the submission itself: it is sent again later. */
const TRY_LATER: (RefusalCode | 'unreachable')[] = ['unreachable', 'too-many', 'server-busy', 'server-error']
const AGAIN_AFTER_MS = 3000

/**
 * Keeps each submission on the device until the server has answered for it, and sends what is left at each new
 * connection. The submission's id is made here, so that sending it twice is the same as sending it once.
 */
export class Outbox {
  #shelf: Shelf
  #send: (held: Held) => Promise<Sent>
  #held = $state.raw<Held[]>([])
  #sending: Partial<Record<SubmissionId, Promise<Sent>>> = {}
  #answered = new Listeners<[held: Held, sent: Sent]>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #againAfterMs: number

  constructor(shelf: Shelf, send: (held: Held) => Promise<Sent>, { againAfterMs = AGAIN_AFTER_MS } = {}) {
    this.#shelf = shelf
    this.#send = send
    this.#againAfterMs = againAfterMs
  }

  /** What the server has not answered for yet, oldest first. */
  get held(): Held[] {
    return this.#held
  }

  /** Calls `heard` when the server has answered for a submission, taken or refused. */
  onAnswer(heard: (held: Held, sent: Sent) => void): () => void {
    return this.#answered.add(heard)
  }

  /**
   * Keeps a submission and sends it, both at once: the verdict does not wait for the disk, and a reload before the
   * answer finds it kept. Resolves with the first answer, `unreachable` included; it stays held then.
   */
  async submit(held: Held): Promise<Sent> {
    this.#held = [...this.#held, held]
    const kept = this.#shelf.put(held)
    const sent = await this.#deliver(held, kept)
    return sent
  }

  /** Sends everything that is left for this player. Called at each new connection and at start. */
  async flush(playerId: PlayerId): Promise<void> {
    clearTimeout(this.#timer)
    const onShelf = await this.#shelf.all()
    const known = this.#held.map((held) => held.id)
    const mine = onShelf.filter((held) => held.playerId === playerId && !known.includes(held.id))
    this.#held = [...mine, ...this.#held].sort((a, b) => a.heldAt - b.heldAt)
    // One after the other, in the order they were made: the first right one counts.
    for (const held of this.#held.filter((one) => one.playerId === playerId)) await this.#deliver(held)
    if (this.#held.some((held) => held.playerId === playerId)) {
      this.#timer = setTimeout(() => void this.flush(playerId), this.#againAfterMs)
    }
  }

  #deliver(held: Held, kept: Promise<void> = Promise.resolve()): Promise<Sent> {
    const underWay = this.#sending[held.id]
    if (underWay) return underWay
    const sent = this.#send(held).then((answer) => {
      this.#sending[held.id] = undefined
      if (answer.ok || !TRY_LATER.includes(answer.refusal.code)) {
        this.#held = this.#held.filter((other) => other.id !== held.id)
        void kept.then(() => this.#shelf.remove(held.id))
        this.#answered.tell(held, answer)
      } else {
        clearTimeout(this.#timer)
        this.#timer = setTimeout(() => void this.flush(held.playerId), this.#againAfterMs)
      }
      return answer
    })
    this.#sending[held.id] = sent
    return sent
  }
}

export const outbox = new Outbox(deviceShelf(), ({ id, roundId, problemId, language, source, pasted }) =>
  live.send('submission:create', { id, roundId, problemId, language, source, pasted }),
)
