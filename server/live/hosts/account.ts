import type { Express, Request } from 'express'
import {
  HostNameBody,
  PasskeyAddBody,
  PasskeyIdBody,
  PasskeySignInBody,
  PasswordBody,
  type HostAccountView,
  type HostRow,
} from '../../protocol/http.ts'
import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { AuditAction } from '../../protocol/audit.ts'
import type { Actor } from '../actor.ts'
import { answer } from '../answer.ts'
import { hostWho, type Audit } from '../audit/audit.ts'
import type { Context } from '../handler.ts'
import { signedIn, type Post } from '../post.ts'

type Host = NonNullable<Actor['host']>
const done = { reply: {}, setCookies: [] }

/** A host's own account, and all of them for the owner. Each change leaves a line in the audit trail. */
export function accountRoutes(
  app: Express,
  post: Post,
  options: {
    context: Pick<Context, 'identity'>
    audit: Pick<Audit, 'note'>
    /** Ends what an account has open: its cookie was read when it connected. */
    dropSockets: (userId: string) => void
  },
): void {
  const { audit, dropSockets } = options
  const { identity } = options.context
  const note = (action: AuditAction, host: Host, about: { host?: string } = {}) =>
    audit.note({ action, outcome: 'ok', ...hostWho(host), params: about })

  async function signedInHost({ headers }: Request): Promise<Result<Host, Refusal>> {
    const host = await identity.hostOf(headers)
    return host ? ok(host) : refused(refusal('not-signed-in'))
  }
  async function owner(request: Request): Promise<Result<Host, Refusal>> {
    const host = await signedInHost(request)
    return host.ok && host.value.role !== 'owner' ? refused(refusal('not-allowed', { who: 'owner' })) : host
  }
  /** The owner, and the other host whom it is about. */
  async function ownerAbout(request: Request, name: string): Promise<Result<{ by: Host; about: Host }, Refusal>> {
    const by = await owner(request)
    if (!by.ok) return by
    const about = await identity.hostNamed(name)
    if (!about || about.userId === by.value.userId) return refused(refusal('host-not-found'))
    return ok({ by: by.value, about })
  }

  app.get('/api/host/account', async (request, response) => {
    const host = await signedInHost(request)
    if (!host.ok) return answer(response, host)
    const { name, role } = host.value
    const view: HostAccountView = {
      ...{ name, role, passkeysWork: identity.passkeysWork(request.headers) },
      passkeys: await identity.passkeys(request.headers),
    }
    answer(response, ok(view))
  })

  app.get('/api/host/hosts', async (request, response) => {
    const by = await owner(request)
    if (!by.ok) return answer(response, by)
    const hosts = (await identity.hosts()).map(({ userId: _userId, ...row }): HostRow => row)
    answer(response, ok({ hosts }))
  })

  post('/api/host/password', 'signIn', PasswordBody, async (request, body) => {
    const host = await signedInHost(request)
    if (!host.ok) return host
    const changed = await identity.changeHostPassword(request.headers, body)
    if (!changed.ok) return changed
    dropSockets(host.value.userId)
    await note('host:password', host.value)
    return signedIn(changed)
  })

  post('/api/host/end-sessions', 'command', HostNameBody, async (request, { host }) => {
    const both = await ownerAbout(request, host)
    if (!both.ok) return both
    const { by, about } = both.value
    await identity.endHostSessions(about.userId)
    dropSockets(about.userId)
    await note('host:end-sessions', by, { host: about.name })
    return ok(done)
  })

  post('/api/host/remove', 'command', HostNameBody, async (request, { host }) => {
    const both = await ownerAbout(request, host)
    if (!both.ok) return both
    const { by, about } = both.value
    await identity.removeHost(about.userId, by.userId)
    dropSockets(about.userId)
    await note('host:remove', by, { host: about.name })
    return ok(done)
  })

  post('/api/host/passkey/ask', 'command', null, async (request) => {
    const host = await signedInHost(request)
    if (!host.ok) return host
    const asked = await identity.askForPasskey(request.headers)
    return asked.ok ? ok({ reply: { options: asked.value.options }, setCookies: asked.value.setCookies }) : asked
  })
  post('/api/host/passkey/add', 'command', PasskeyAddBody, async (request, body) => {
    const host = await signedInHost(request)
    if (!host.ok) return host
    const added = await identity.addPasskey(request.headers, body)
    if (!added.ok) return added
    await note('passkey:add', host.value)
    return ok({ reply: added.value, setCookies: [] })
  })
  post('/api/host/passkey/remove', 'command', PasskeyIdBody, async (request, { id }) => {
    const host = await signedInHost(request)
    if (!host.ok) return host
    const removed = await identity.removePasskey(request.headers, id)
    if (!removed.ok) return removed
    await note('passkey:remove', host.value)
    return ok(done)
  })

  post('/api/host/passkey/ask-sign-in', 'signIn', null, async (request) => {
    const asked = await identity.askToSignIn(request.headers)
    return asked.ok ? ok({ reply: { options: asked.value.options }, setCookies: asked.value.setCookies }) : asked
  })
  post('/api/host/passkey/sign-in', 'signIn', PasskeySignInBody, async (request, { response }) => {
    const came = await identity.signInByPasskey(request.headers, response)
    if (came.ok) await note('host:sign-in-passkey', came.value.account)
    return signedIn(came)
  })
}
