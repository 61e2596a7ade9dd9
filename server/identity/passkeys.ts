import { APIError } from 'better-auth/api'
import type { z } from 'zod'
import type { PasskeySignInBody } from '../protocol/http.ts'
import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { HostAuth } from './auth.ts'
import { cookiesOf, type RequestHeaders } from './cookies.ts'
import { isHostRole, type HostAccount } from './host-role.ts'

export type Passkey = { id: string; name: string; createdAt: number }
/** What the browser is asked; it goes there as it is. `setCookies` ties the answer to the question. */
export type Asked = { options: unknown; setCookies: string[] }

/** What a device answers, as the protocol's schema lets it through. */
export type SignInAnswer = z.output<typeof PasskeySignInBody>['response']

/** A host's passkeys: in place of the password, where the page is served over https or on localhost. */
export type Passkeys = {
  passkeysWork(headers: RequestHeaders): boolean
  /** Of whoever is signed in. */
  passkeys(headers: RequestHeaders): Promise<Passkey[]>
  askForPasskey(headers: RequestHeaders): Promise<Result<Asked, Refusal>>
  addPasskey(headers: RequestHeaders, input: { response: unknown; name: string }): Promise<Result<Passkey, Refusal>>
  removePasskey(headers: RequestHeaders, id: string): Promise<Result<null, Refusal>>
  askToSignIn(headers: RequestHeaders): Promise<Result<Asked, Refusal>>
  signInByPasskey(
    headers: RequestHeaders,
    response: SignInAnswer,
  ): Promise<Result<{ account: HostAccount; setCookies: string[] }, Refusal>>
}

/** What the browser's answer has to name as its origin; null: no passkeys under this address. */
function passkeyOrigin(publicUrl: string | null, host: string): string | null {
  if (publicUrl?.startsWith('https://')) return new URL(publicUrl).origin
  return /^localhost(:\d+)?$/i.test(host) ? `http://${host.toLowerCase()}` : null
}

export function createPasskeys(auth: HostAuth, publicUrl: string | null): Passkeys {
  const hostOf = (headers: RequestHeaders) => (headers instanceof Headers ? headers.get('host') : headers.host) ?? ''
  const originFor = (headers: RequestHeaders) => passkeyOrigin(publicUrl, hostOf(headers))
  const notHere = refused(refusal('passkey-not-here'))
  /** Cookies, and the origin that we expect: what a request says of its own is not asked. */
  function given(headers: RequestHeaders, origin: string): Headers {
    const cookies = cookiesOf(headers)
    cookies.set('origin', origin)
    return cookies
  }
  /** better-auth's refusals in our words; anything else is a fault. */
  async function attempt<T>(work: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof APIError)) throw error
      if (error.body?.code === 'SESSION_NOT_FRESH') return refused(refusal('sign-in-again'))
      return refused(refusal(error.statusCode === 401 && !error.body?.code ? 'not-signed-in' : 'passkey-refused'))
    }
  }
  const seen = ({ id, name, createdAt }: { id: string; name?: string; createdAt: Date }): Passkey => ({
    ...{ id, name: name ?? '', createdAt: new Date(createdAt).getTime() },
  })

  return {
    passkeysWork: (headers) => originFor(headers) !== null,

    async passkeys(headers) {
      const found = await auth.api.listPasskeys({ headers: cookiesOf(headers) })
      return found.map(seen).sort((a, b) => a.createdAt - b.createdAt)
    },

    async askForPasskey(headers) {
      const origin = originFor(headers)
      if (!origin) return notHere
      return attempt(async () => {
        const session = await auth.api.getSession({ headers: cookiesOf(headers), query: { disableRefresh: true } })
        // Shown by the device when it asks which account; without it that would be an address that nobody knows.
        const query = { name: session?.user.name ?? '' }
        const asked = await auth.api.generatePasskeyRegistrationOptions({
          ...{ headers: given(headers, origin), query, returnHeaders: true },
        })
        return ok({ options: asked.response, setCookies: asked.headers.getSetCookie() })
      })
    },

    async addPasskey(headers, { response, name }) {
      const origin = originFor(headers)
      if (!origin) return notHere
      return attempt(async () => {
        const body = { response, name }
        return ok(seen(await auth.api.verifyPasskeyRegistration({ headers: given(headers, origin), body })))
      })
    },

    removePasskey: (headers, id) =>
      attempt(async () => {
        await auth.api.deletePasskey({ headers: cookiesOf(headers), body: { id } })
        return ok(null)
      }),

    async askToSignIn(headers) {
      const origin = originFor(headers)
      if (!origin) return notHere
      return attempt(async () => {
        // Without the device's cookies: whoever is signed in here may not be who wants to come in.
        const asked = await auth.api.generatePasskeyAuthenticationOptions({
          ...{ headers: new Headers({ origin }), returnHeaders: true },
        })
        return ok({ options: asked.response, setCookies: asked.headers.getSetCookie() })
      })
    },

    async signInByPasskey(headers, response) {
      const origin = originFor(headers)
      if (!origin) return notHere
      return attempt(async () => {
        const answer = await auth.api.verifyPasskeyAuthentication({
          ...{ headers: given(headers, origin), body: { response }, returnHeaders: true },
        })
        const user = await (await auth.$context).internalAdapter.findUserById(answer.response.user.id)
        const role: unknown = user && 'role' in user ? user.role : null
        if (!user || !isHostRole(role)) return refused(refusal('passkey-refused'))
        const account = { userId: user.id, role, name: user.name }
        return ok({ account, setCookies: answer.headers.getSetCookie() })
      })
    },
  }
}
