import { apiPost } from './api.ts'
import { unreachable, type ClientRefusal } from './refusal.ts'
import type { PasskeyView } from '../server/protocol/http.ts'
import type { Result } from '../server/protocol/result.ts'

/** Passkeys need https, or localhost itself; a browser has none for a page over plain http. */
export const passkeysWork = (): boolean =>
  isSecureContext &&
  'PublicKeyCredential' in window &&
  (location.protocol === 'https:' || location.hostname === 'localhost')

/** What the browser library answers goes to the server as it is; `null`: the person has closed the device's question. */
type Outcome<T> = Promise<Result<T, ClientRefusal> | null>

/** Comes when somebody uses a passkey: most never do. */
const browser = () => import('@simplewebauthn/browser')

/** Makes a passkey on this device for whoever is signed in. */
export const addPasskey = (name: string): Outcome<PasskeyView> =>
  answered('/api/host/passkey/ask', async (options) => {
    const { startRegistration } = await browser()
    const response = await startRegistration({ optionsJSON: options as never })
    return apiPost<PasskeyView>('/api/host/passkey/add', { name, response })
  })

/** Signs in with a passkey that the device knows for this page. */
export const signInByPasskey = (): Outcome<object> =>
  answered('/api/host/passkey/ask-sign-in', async (options) => {
    const { startAuthentication } = await browser()
    const response = await startAuthentication({ optionsJSON: options as never })
    return apiPost<object>('/api/host/passkey/sign-in', { response })
  })

async function answered<T>(
  path: `/api/${string}`,
  ask: (options: unknown) => Promise<Result<T, ClientRefusal>>,
): Outcome<T> {
  const asked = await apiPost<{ options: unknown }>(path)
  if (!asked.ok) return asked
  try {
    return await ask(asked.value.options)
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'NotAllowedError' || name === 'AbortError') return null
    // The device has one for this account already, or will not make one for this address.
    if (name === 'InvalidStateError' || name === 'SecurityError')
      return { ok: false, refusal: { code: 'passkey-refused', message: '' } }
    return { ok: false, refusal: unreachable }
  }
}
