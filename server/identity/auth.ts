import { passkey } from '@better-auth/passkey'
import { createHmac } from 'node:crypto'
import { betterAuth, type BetterAuthOptions, type BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { admin, anonymous, username } from 'better-auth/plugins'
import { adminAc, userAc } from 'better-auth/plugins/admin/access'
import { z } from 'zod'
import { nameKey } from '../protocol/names.ts'
import type { SqliteStore } from '../store/sqlite.ts'

const DAY_S = 24 * 60 * 60
/** Players come back to next year's event; 13 months is also what browsers let a cookie live. */
const PLAYER_SESSION_S = 396 * DAY_S
const HOST_SESSION_S = 30 * DAY_S

/** How passwords and passphrases are hashed, slowly on purpose. */
export type Passwords = {
  hash(password: string): Promise<string>
  verify(given: { hash: string; password: string }): Promise<boolean>
}

export type AuthOptions = {
  adapter: SqliteStore['adapter']
  secret: string
  publicUrl: string | null
  /** better-auth's scrypt where it is not given. */
  passwords?: Passwords
}

/**
 * better-auth is used by its API alone: no route of its is served, so its checks of origins and rates, which sit on
 * the routes, are ours to make. Two instances with a cookie each let one laptop hold a host and a player at once; each
 * has a secret of its own, so that neither's cookie works under the other's name.
 */
function common({ adapter, secret, publicUrl, passwords }: AuthOptions, purpose: 'player' | 'host', lifetimeS: number) {
  return {
    appName: 'Outdo',
    database: adapter,
    secret: createHmac('sha256', secret).update(`session of a ${purpose}`).digest('base64url'),
    // Named even where there is none, or better-auth would look for one in the environment. Nothing is built from it.
    baseURL: publicUrl ?? 'http://outdo.invalid',
    advanced: {
      cookiePrefix: `outdo-${purpose}`,
      // Phones at http://192.168.… keep no Secure cookie.
      useSecureCookies: publicUrl !== null && publicUrl.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
    session: { expiresIn: lifetimeS, updateAge: DAY_S },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1,
      maxPasswordLength: 128,
      ...(passwords ? { password: passwords } : {}),
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  } satisfies BetterAuthOptions
}

/** Names are checked by the protocol's schemas and made by `playerUsername` and `hostUsername`. */
const ownNames = username({
  minUsernameLength: 1,
  maxUsernameLength: 100,
  usernameValidator: () => true,
  usernameNormalization: false,
})

/** A session of its own for one more device of a user, who has shown in another way that it is theirs. */
const oneMoreDevice = {
  id: 'one-more-device',
  endpoints: {
    signInOneMore: createAuthEndpoint(
      '/one-more-device',
      { method: 'POST', body: z.object({ userId: z.string() }) },
      async (context) => {
        const { internalAdapter } = context.context
        const user = await internalAdapter.findUserById(context.body.userId)
        if (!user) throw new APIError('UNAUTHORIZED', { code: 'GONE', message: 'there is no such user' })
        await setSessionCookie(context, { session: await internalAdapter.createSession(user.id), user })
        return context.json({ userId: user.id })
      },
    ),
  },
} satisfies BetterAuthPlugin

/** Players and hosts share better-auth's one list of user names: each has a space of its own. */
export const playerUsername = (name: string): string => `player:${nameKey(name)}`
export const hostUsername = (name: string): string => `host:${nameKey(name)}`

export const createPlayerAuth = (options: AuthOptions) =>
  betterAuth({
    ...common(options, 'player', PLAYER_SESSION_S),
    plugins: [
      anonymous({ emailDomainName: 'players.outdo.invalid', disableDeleteAnonymousUser: true }),
      ownNames,
      oneMoreDevice,
    ],
  })

/** What each role may do is in server/tournament/permissions.ts; better-auth only has to know the names. */
export const createHostAuth = (options: AuthOptions) =>
  betterAuth({
    ...common(options, 'host', HOST_SESSION_S),
    plugins: [
      admin({ defaultRole: 'user', adminRoles: ['owner'], roles: { owner: adminAc, host: userAc, user: userAc } }),
      ownNames,
      passkey({
        rpName: 'Outdo',
        // The name that a passkey belongs to: a browser gives it to no page of another.
        rpID: options.publicUrl?.startsWith('https://') ? new URL(options.publicUrl).hostname : 'localhost',
        // Known to the device, so that nobody types a name; opened by a finger, a face or a PIN, not by having it alone.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        authentication: { afterVerification: ({ verification }) => opened(verification.authenticationInfo) },
      }),
    ],
  })
export type HostAuth = ReturnType<typeof createHostAuth>

function opened({ userVerified }: { userVerified: boolean }): void {
  if (!userVerified) throw new APIError('UNAUTHORIZED', { code: 'NOT_VERIFIED', message: 'not opened by its owner' })
}
