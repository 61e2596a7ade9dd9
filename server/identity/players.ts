import { randomBytes } from 'node:crypto'
import { APIError } from 'better-auth/api'
import { AccountName } from '../protocol/http.ts'
import { PlayerId } from '../protocol/ids.ts'
import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { Star } from '../protocol/round.ts'
import type { Store } from '../store/store.ts'
import { createPlayerAuth, playerUsername, type AuthOptions } from './auth.ts'
import { cookiesOf, type RequestHeaders } from './cookies.ts'
import { makeMove, useMove } from './moving.ts'
import { newPassphrase, readPassphrase } from './passphrase.ts'

/** A device's player. */
export type PlayerAccount = { userId: string; playerId: PlayerId }
/** `setCookies`: values for `Set-Cookie`. */
export type PlayerSignedIn = { account: PlayerAccount; setCookies: string[] }

export type Players = {
  playerOf(headers: RequestHeaders): Promise<PlayerAccount | null>
  /** `Set-Cookie` values that let a session in use live on; none where it is fresh enough. */
  renewPlayer(headers: RequestHeaders): Promise<string[]>
  /** A new anonymous account and its player row. */
  startAnonymous(input: { name: string; star: Star }): Promise<PlayerSignedIn>
  /** Sets the unique player name and a passphrase; answers with it, shown once. Again: a new passphrase. */
  keep(account: PlayerAccount, playerName: string): Promise<Result<{ playerName: string; passphrase: string }, Refusal>>
  recover(input: { playerName: string; passphrase: string }): Promise<Result<PlayerSignedIn, Refusal>>
  /** A token with which one more device becomes this player's, once, within ten minutes; the one before stops working. */
  offerMove(account: PlayerAccount): Promise<{ token: string; expiresAt: number }>
  /** With a session of its own: each device forgets the player by itself. */
  takeMove(token: string): Promise<Result<PlayerSignedIn, Refusal>>
  /** Forgets the player on this device; `Set-Cookie` values. */
  forgetPlayer(headers: RequestHeaders): Promise<string[]>
  /** Name, account, sources and messages go; results stay under the random id. */
  deletePlayer(playerId: PlayerId): Promise<void>
}

const newPlayerId = () => PlayerId.parse(randomBytes(16).toString('base64url'))

export function createPlayers(store: Store, options: AuthOptions): Players {
  const auth = createPlayerAuth(options)

  return {
    async playerOf(headers) {
      const found = await auth.api.getSession({ headers: cookiesOf(headers), query: { disableRefresh: true } })
      const player = found && (await store.playerOfUser(found.user.id))
      return found && player ? { userId: found.user.id, playerId: player.id } : null
    },

    async renewPlayer(headers) {
      const answer = await auth.api.getSession({ headers: cookiesOf(headers), returnHeaders: true })
      return answer.headers.getSetCookie()
    },

    async startAnonymous({ name, star }) {
      // Without the device's cookies: whoever was here before stays somebody else.
      const { headers, response } = await auth.api.signInAnonymous({ returnHeaders: true })
      const account = { userId: response.user.id, playerId: newPlayerId() }
      const row = { id: account.playerId, userId: account.userId, name, star, accountName: null, createdAt: Date.now() }
      const kept = await store.commit({ expected: {}, changes: [{ do: 'insert', table: 'players', row }] })
      if (kept === 'stale') throw new Error('a new player id was taken')
      return { account, setCookies: headers.getSetCookie() }
    },

    async keep({ userId, playerId }, playerName) {
      const name = AccountName.safeParse(playerName)
      if (!name.success) return refused(refusal('bad-request', { detail: name.error.issues[0]?.message ?? '' }))
      const set = { accountName: name.data }
      const changed = { do: 'patch', table: 'players', id: playerId, set } as const
      if ((await store.commit({ expected: {}, changes: [changed] })) === 'stale')
        return refused(refusal((await store.player(playerId)) ? 'account-name-taken' : 'not-signed-in'))

      const { internalAdapter, password } = await auth.$context
      const passphrase = newPassphrase()
      const hash = await password.hash(readPassphrase(passphrase))
      const user = await internalAdapter.findUserById(userId)
      if (!user) return refused(refusal('not-signed-in'))
      const username = playerUsername(name.data)
      if (!('username' in user) || user.username !== username) await internalAdapter.updateUser(userId, { username })
      if (await internalAdapter.findCredentialAccount(userId)) await internalAdapter.updatePassword(userId, hash)
      else await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: hash })
      return ok({ playerName: name.data, passphrase })
    },

    async recover({ playerName, passphrase }) {
      const wrong = refused(refusal('wrong-passphrase'))
      try {
        const body = { username: playerUsername(playerName), password: readPassphrase(passphrase) || '-' }
        const { headers, response } = await auth.api.signInUsername({ body, returnHeaders: true })
        const player = await store.playerOfUser(response.user.id)
        if (!player) return wrong
        return ok({
          account: { userId: response.user.id, playerId: player.id },
          setCookies: headers.getSetCookie(),
        })
      } catch (error) {
        if (error instanceof APIError) return wrong
        throw error
      }
    },

    offerMove: ({ playerId }) => makeMove(store, playerId, Date.now()),

    async takeMove(token) {
      const playerId = await useMove(store, token, Date.now())
      const userId = playerId && (await store.player(playerId))?.userId
      if (!userId) return refused(refusal('move-over'))
      const { headers } = await auth.api.signInOneMore({ body: { userId }, returnHeaders: true })
      return ok({ account: { userId, playerId }, setCookies: headers.getSetCookie() })
    },

    async forgetPlayer(headers) {
      const answer = await auth.api.signOut({ headers: cookiesOf(headers), returnHeaders: true })
      return answer.headers.getSetCookie()
    },

    deletePlayer: (playerId) => store.erasePlayer(playerId),
  }
}
