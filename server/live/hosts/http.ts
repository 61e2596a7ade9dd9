import { ClaimBody, INVITATION, SignInBody, type Invited } from '../../protocol/http.ts'
import { refusal } from '../../protocol/refusals.ts'
import { ok, refused } from '../../protocol/result.ts'
import { hostWho, type Audit } from '../audit/audit.ts'
import type { Context } from '../handler.ts'
import { signedIn, type Post } from '../post.ts'
import type { RateLimits } from '../rate-limits.ts'

/** How hosts come in and go. Each leaves a line in the audit trail. */
export function hostRoutes(
  post: Post,
  options: {
    context: Pick<Context, 'identity' | 'joinUrl'>
    limits: RateLimits
    audit: Pick<Audit, 'note'>
    /** Ends what an account has open: its cookie was read when it connected. */
    dropSockets: (userId: string) => void
  },
): void {
  const { context, limits, audit, dropSockets } = options
  const { identity } = context

  post('/api/host/claim', 'signIn', ClaimBody, async (_request, body) => {
    const invited = body.token.startsWith(INVITATION)
    const claimed = await (invited ? identity.claimInvitation(body) : identity.claimFirstHost(body))
    if (claimed.ok)
      await audit.note({
        action: invited ? 'host:join' : 'host:claim',
        outcome: 'ok',
        ...hostWho(claimed.value.account),
      })
    return signedIn(claimed)
  })

  post('/api/host/sign-in', 'signIn', SignInBody, async (_request, body) => {
    const answer = await identity.signInHost(body)
    if (answer.ok) await audit.note({ action: 'host:sign-in', outcome: 'ok', ...hostWho(answer.value.account) })
    else await noteFailure(body.name)
    return signedIn(answer)
  })
  /** Only for names that there are: what else stands in that field may be a password, typed one line too high. */
  async function noteFailure(name: string): Promise<void> {
    const host = await identity.hostNamed(name)
    if (!host || !(await limits.take('signInFailure', host.userId)).ok) return
    const { name: who, userId, role } = host
    await audit.note({ action: 'host:sign-in', outcome: 'wrong-password', who, userId, role })
  }

  post('/api/host/sign-out', 'signIn', null, async (request) => {
    const host = await identity.hostOf(request.headers)
    const setCookies = await identity.signOutHost(request.headers)
    if (host) await audit.note({ action: 'host:sign-out', outcome: 'ok', ...hostWho(host) })
    return ok({ reply: {}, setCookies })
  })

  post('/api/host/sign-out-everywhere', 'signIn', null, async (request) => {
    const host = await identity.hostOf(request.headers)
    const setCookies = await identity.signOutHostEverywhere(request.headers)
    if (!host || !setCookies) return refused(refusal('not-signed-in'))
    dropSockets(host.userId)
    await audit.note({ action: 'host:sign-out-everywhere', outcome: 'ok', ...hostWho(host) })
    return ok({ reply: {}, setCookies })
  })

  post('/api/host/invite', 'signIn', null, async (request) => {
    const host = await identity.hostOf(request.headers)
    const invitation = await identity.inviteHost(request.headers)
    if (!host || !invitation) return refused(refusal('not-signed-in'))
    await audit.note({ action: 'host:invite', outcome: 'ok', ...hostWho(host) })
    const { token, expiresAt } = invitation
    const reply: Invited = { link: `${context.joinUrl()}/host/claim?token=${token}`, expiresAt }
    return ok({ reply, setCookies: [] })
  })
}
