import { randomBytes } from 'node:crypto'
import { APIError } from 'better-auth/api'
import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { Store } from '../store/store.ts'
import { hostUsername, type HostAuth } from './auth.ts'
import { cookiesOf, type RequestHeaders } from './cookies.ts'
import { isHostRole, type HostAccount, type HostRole } from './host-role.ts'
import { giveBackInvitation, makeInvitation, useInvitation } from './invitations.ts'
import { giveBackFirstHostLink, isFirstHostToken, makeFirstHostToken, useFirstHostLink } from './first-host.ts'

/** `setCookies`: values for `Set-Cookie`. */
export type HostSignedIn = { account: HostAccount; setCookies: string[] }

export type Hosts = {
  hostOf(headers: RequestHeaders): Promise<HostAccount | null>
  /** The host of this sign-in name, whatever its case. */
  hostNamed(name: string): Promise<HostAccount | null>
  /** `Set-Cookie` values that let a session in use live on; none where it is fresh enough. */
  renewHost(headers: RequestHeaders): Promise<string[]>
  /** Makes the one-time link's token while there is no owner; null when there is one. Tokens made before stop working. */
  firstHostToken(): Promise<string | null>
  claimFirstHost(input: { token: string; name: string; password: string }): Promise<Result<HostSignedIn, Refusal>>
  signInHost(input: { name: string; password: string }): Promise<Result<HostSignedIn, Refusal>>
  /** A token for one more host, good for a week; null where it is no host who asks. */
  inviteHost(headers: RequestHeaders): Promise<{ token: string; expiresAt: number } | null>
  claimInvitation(input: { token: string; name: string; password: string }): Promise<Result<HostSignedIn, Refusal>>
  /** `Set-Cookie` values. */
  signOutHost(headers: RequestHeaders): Promise<string[]>
  /** On every device at once; `Set-Cookie` values, null where nobody is signed in. */
  signOutHostEverywhere(headers: RequestHeaders): Promise<string[] | null>
}

export function createHosts(store: Store, auth: HostAuth): Hosts {
  async function ownerExists(): Promise<boolean> {
    const { adapter } = await auth.$context
    return (await adapter.count({ model: 'user', where: [{ field: 'role', value: 'owner' }] })) > 0
  }

  async function signIn(name: string, password: string): Promise<HostSignedIn | null> {
    try {
      const body = { username: hostUsername(name), password }
      const { headers, response } = await auth.api.signInUsername({ body, returnHeaders: true })
      const setCookies = headers.getSetCookie()
      const user = await (await auth.$context).internalAdapter.findUserById(response.user.id)
      const role: unknown = user && 'role' in user ? user.role : null
      if (!user || !isHostRole(role)) return null
      return { account: { userId: user.id, role, name: user.name }, setCookies }
    } catch (error) {
      if (error instanceof APIError) return null
      throw error
    }
  }

  /** An account and its session; what let it be made is given back where it cannot be. */
  async function makeHost(
    { name, password, role }: { name: string; password: string; role: HostRole },
    giveBack: () => Promise<void>,
  ): Promise<Result<HostSignedIn, Refusal>> {
    try {
      const email = `${randomBytes(12).toString('hex')}@hosts.outdo.invalid`
      const data = { username: hostUsername(name) }
      await auth.api.createUser({ body: { email, password, name, role, data } })
    } catch (error) {
      await giveBack()
      if (error instanceof APIError) return refused(refusal('account-name-taken'))
      throw error
    }
    const signedIn = await signIn(name, password)
    return signedIn ? ok(signedIn) : refused(refusal('server-error'))
  }

  const hosts: Hosts = {
    async hostOf(headers) {
      const found = await auth.api.getSession({ headers: cookiesOf(headers), query: { disableRefresh: true } })
      const role: unknown = found?.user.role
      return found && isHostRole(role) ? { userId: found.user.id, role, name: found.user.name } : null
    },

    async hostNamed(name) {
      const { adapter } = await auth.$context
      const where = [{ field: 'username', value: hostUsername(name) }]
      const found = await adapter.findOne<{ id: string; name: string; role: unknown }>({ model: 'user', where })
      return found && isHostRole(found.role) ? { userId: found.id, role: found.role, name: found.name } : null
    },

    async renewHost(headers) {
      const answer = await auth.api.getSession({ headers: cookiesOf(headers), returnHeaders: true })
      return answer.headers.getSetCookie()
    },

    firstHostToken: async () => ((await ownerExists()) ? null : makeFirstHostToken(store)),

    async claimFirstHost({ token, name, password }) {
      if (await ownerExists()) return refused(refusal('link-used'))
      if (!(await isFirstHostToken(store, token))) return refused(refusal('link-outdated'))
      if (!(await useFirstHostLink(store))) return refused(refusal('link-used'))
      return makeHost({ name, password, role: 'owner' }, () => giveBackFirstHostLink(store))
    },

    async inviteHost(headers) {
      const host = await hosts.hostOf(headers)
      return host && makeInvitation(store, host.userId, Date.now())
    },

    async claimInvitation({ token, name, password }) {
      const used = await useInvitation(store, token, Date.now())
      if (used !== 'done') return refused(refusal(used === 'used' ? 'link-used' : 'link-expired'))
      return makeHost({ name, password, role: 'host' }, () => giveBackInvitation(store, token))
    },

    async signInHost({ name, password }) {
      const signedIn = await signIn(name, password)
      return signedIn ? ok(signedIn) : refused(refusal('wrong-password'))
    },

    async signOutHost(headers) {
      const answer = await auth.api.signOut({ headers: cookiesOf(headers), returnHeaders: true })
      return answer.headers.getSetCookie()
    },

    async signOutHostEverywhere(headers) {
      if (!(await hosts.hostOf(headers))) return null
      await auth.api.revokeSessions({ headers: cookiesOf(headers) })
      return hosts.signOutHost(headers)
    },
  }
  return hosts
}
