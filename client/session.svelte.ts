import { apiGet, apiPost } from './api.ts'
import { lastPlayer } from './last-seen.ts'
import { live } from './live.svelte.ts'
import type { ClientRefusal } from './refusal.ts'
import type {
  ClaimBody,
  JoinBody,
  Joined,
  KeepBody,
  Kept,
  RecoverBody,
  SignInBody,
  SessionView,
  MoveBody,
  Moved,
} from '../server/protocol/http.ts'
import type { Result } from '../server/protocol/result.ts'

/** Who this device is: a player, a host, both or nobody. */
class Session {
  #view = $state.raw<SessionView | null>(null)

  /** Null until it is known. */
  get known(): boolean {
    return this.#view !== null
  }
  get player(): SessionView['player'] {
    return this.#view?.player ?? null
  }
  get host(): SessionView['host'] {
    return this.#view?.host ?? null
  }

  async load(): Promise<Result<SessionView, ClientRefusal>> {
    const answer = await apiGet<SessionView>('/api/session')
    if (answer.ok) {
      this.#view = answer.value
      lastPlayer.keep(answer.value.player)
    } else if (answer.refusal.code === 'unreachable') {
      // Without a network this device is still who it was: what they typed and sent is theirs.
      const player = lastPlayer.recall()
      if (player) this.#view ??= { player, host: null }
    }
    return answer
  }

  join = (body: JoinBody) => this.#become<Joined>('/api/join', body)
  /** "Someone else": the player on this device is forgotten here, and lives on where it was kept. */
  forget = () => this.#become<object>('/api/forget', {})
  recover = (body: RecoverBody) => this.#become<object>('/api/recover', body)
  /** From another device of one's own, by its code. */
  move = (body: MoveBody) => this.#become<Moved>('/api/move/take', body)
  claim = (body: ClaimBody) => this.#become<object>('/api/host/claim', body)
  signIn = (body: SignInBody) => this.#become<object>('/api/host/sign-in', body)
  signOut = () => this.#become<object>('/api/host/sign-out', {})

  async keep(body: KeepBody): Promise<Result<Kept, ClientRefusal>> {
    const answer = await apiPost<Kept>('/api/keep', body)
    if (answer.ok) await this.load()
    return answer
  }

  /** The socket shows its cookie when it connects, so a changed cookie needs a new connection. */
  async renew(): Promise<void> {
    await this.load()
    live.reconnect()
  }

  async #become<T>(path: `/api/${string}`, body: object): Promise<Result<T, ClientRefusal>> {
    const answer = await apiPost<T>(path, body)
    if (answer.ok) await this.renew()
    return answer
  }
}

export const session = new Session()
