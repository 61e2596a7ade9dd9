import { APIError } from 'better-auth/api'
import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { Change, Store } from '../store/store.ts'
import { hostUsername, type HostAuth } from './auth.ts'
import { cookiesOf, type RequestHeaders } from './cookies.ts'
import { isHostRole, type HostAccount } from './host-role.ts'
import { newPassphrase } from './passphrase.ts'

/** A host as the owner sees them: never the id of the account's sessions. */
export type KnownHost = HostAccount & { createdAt: number; devices: number; tournaments: number }

/** What a host does with their own account, and the owner with the others'. */
export type HostAccounts = {
  /** On success every other device is signed out; `Set-Cookie` values for this one. */
  changeHostPassword(
    headers: RequestHeaders,
    input: { old: string; new: string },
  ): Promise<Result<{ setCookies: string[] }, Refusal>>
  /** The owner first, then by name. */
  hosts(): Promise<KnownHost[]>
  /** Signs a host out on all their devices. */
  endHostSessions(userId: string): Promise<void>
  /** Four words in the place of a password that was forgotten; signed out on all devices. Null: nobody of this name. */
  newHostPassword(name: string): Promise<{ name: string; password: string } | null>
  /** The account goes; tournaments are the owner's (`heir`) from then on. Doing it again changes nothing. */
  removeHost(userId: string, heir: string): Promise<void>
}

type UserRow = { id: string; name: string; role: unknown; createdAt: Date }
type SessionRow = { userId: string; expiresAt: Date }

export function createHostAccounts(store: Store, auth: HostAuth): HostAccounts {
  return {
    async changeHostPassword(headers, { old, new: wanted }) {
      try {
        const body = { currentPassword: old, newPassword: wanted, revokeOtherSessions: true }
        const answer = await auth.api.changePassword({ body, headers: cookiesOf(headers), returnHeaders: true })
        return ok({ setCookies: answer.headers.getSetCookie() })
      } catch (error) {
        if (!(error instanceof APIError)) throw error
        return refused(refusal(error.statusCode === 401 ? 'not-signed-in' : 'wrong-old-password'))
      }
    },

    async hosts() {
      const { adapter } = await auth.$context
      const where = [{ field: 'role', operator: 'in' as const, value: ['owner', 'host'] }]
      const users = await adapter.findMany<UserRow>({ model: 'user', where, limit: 1000 })
      const open = await adapter.findMany<SessionRow>({
        model: 'session',
        where: [{ field: 'userId', operator: 'in', value: users.map(({ id }) => id) }],
        limit: 10_000,
      })
      const tournaments = await store.tournaments()
      const known = users.flatMap(({ id, name, role, createdAt }): KnownHost[] => {
        if (!isHostRole(role)) return []
        const devices = open.filter(({ userId, expiresAt }) => userId === id && expiresAt.getTime() > Date.now()).length
        const own = tournaments.filter(({ hostUserId }) => hostUserId === id).length
        return [{ userId: id, name, role, createdAt: createdAt.getTime(), devices, tournaments: own }]
      })
      const first = (host: KnownHost) => (host.role === 'owner' ? 0 : 1)
      return known.sort((a, b) => first(a) - first(b) || a.name.localeCompare(b.name))
    },

    async endHostSessions(userId) {
      const { adapter } = await auth.$context
      await adapter.deleteMany({ model: 'session', where: [{ field: 'userId', value: userId }] })
    },

    async newHostPassword(name) {
      const { adapter, internalAdapter, password } = await auth.$context
      const where = [{ field: 'username', value: hostUsername(name) }]
      const host = await adapter.findOne<UserRow>({ model: 'user', where })
      if (!host || !isHostRole(host.role)) return null
      const words = newPassphrase()
      await internalAdapter.updatePassword(host.id, await password.hash(words))
      await adapter.deleteMany({ model: 'session', where: [{ field: 'userId', value: host.id }] })
      return { name: host.name, password: words }
    },

    async removeHost(userId, heir) {
      const theirs = (await store.tournaments()).filter(({ hostUserId }) => hostUserId === userId)
      const changes = theirs.map(({ id }): Change => ({
        do: 'patch',
        table: 'tournaments',
        id,
        set: { hostUserId: heir },
      }))
      if (changes.length > 0) await store.commit({ expected: {}, changes })
      // Sessions, password and passkeys go with the user.
      const { adapter } = await auth.$context
      await adapter.delete({ model: 'user', where: [{ field: 'id', value: userId }] })
    },
  }
}
