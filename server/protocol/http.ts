import { z } from 'zod'
import { STARS, type Role, type Star } from './round.ts'
import type { PlayerId, ProblemId, TournamentId } from './ids.ts'
import { HostName, JoinCode, Locale, Password, PlayerName } from './words.ts'

/**
 * What needs a cookie goes over HTTP, as JSON: bodies by path. Every answer is a `Result`.
 *
 *   GET  /api/session          → SessionView
 *   GET  /api/awards           → { tournaments: RecentAwards[] }; published ones, newest first, at most ten
 *   GET  /api/puzzle-names     → PuzzleNames; ?locale=es, English without
 *   POST /api/join             → Joined; makes an anonymous account where the device has none
 *   POST /api/forget           → forgets the player on this device ("Someone else")
 *   POST /api/keep             → makes the progress findable from another device; answers with the passphrase
 *   POST /api/recover          → player name and passphrase, on another device
 *   POST /api/move             → MoveOffer; a link that makes one more device this player's, once, for ten minutes
 *   POST /api/move/take        → Moved; on that device
 *   POST /api/host/claim       → the first host from the one-time link, or one more from an invitation
 *   POST /api/host/invite      → Invited; a link for one more host, which works once and for a week
 *   POST /api/host/sign-out-everywhere
 *   POST /api/host/sign-in     POST /api/host/sign-out
 *   GET  /api/host/account     → HostAccountView; who is signed in, and their passkeys
 *   POST /api/host/password    → every other device is signed out
 *   GET  /api/host/hosts       → { hosts: HostRow[] }; for the owner
 *   POST /api/host/remove      POST /api/host/end-sessions: another host, by the owner
 *   POST /api/host/passkey/ask → Asked; what the browser asks the device for · …/add · …/remove
 *   POST /api/host/passkey/ask-sign-in → Asked · …/sign-in
 *
 *   GET  /api/badges/:id       → BadgePage; public, with nobody's name
 *   POST /api/verify           → Verification of the file in the body (a baked PNG or SVG, a JWS), as octets
 *   GET  /api/contributions/:id.zip  → a puzzle of one's own as a package, for hosts
 *   POST /api/contributions/import?name=<file name> → ImportReply; the body is the zip, at most 4 MB; for hosts
 *   GET  /api/export/me.json   → everything kept about the device's player
 *   GET  /api/export/tournament/:id.csv, .json → its results, for hosts
 */
export const PuzzleNamesQuery = z.object({ locale: Locale })
/** Every puzzle of the bank by id, in the asked locale or else in English: views carry English names alone. */
export type PuzzleNames = { names: Record<ProblemId, string> }

export const JoinBody = z.strictObject({
  code: JoinCode,
  name: PlayerName,
  star: z.enum(STARS),
  /** Continue as the player this device knows; false: someone else, a new account. */
  continueAsKnown: z.boolean(),
  /** From a link for helpers: whoever joins with it is one. */
  helperKey: z.string().min(1).max(64).optional(),
})
export type JoinBody = z.input<typeof JoinBody>
export type Joined = { tournamentId: TournamentId }

/** The name that finds a player again: unique over the installation, unlike a nickname. */
export const AccountName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}_.-]{3,30}$/u, 'a player name has 3 to 30 letters, digits, ".", "_" or "-"')
export const KeepBody = z.strictObject({ playerName: AccountName })
export type KeepBody = z.input<typeof KeepBody>
/** Four words, shown once. */
export type Kept = { playerName: string; passphrase: string }

/** `alsoMe`: whoever this device knows is the same person, and goes along. */
export const RecoverBody = z.strictObject({
  playerName: AccountName,
  passphrase: z.string().min(1).max(200),
  alsoMe: z.boolean().default(false),
})
export type RecoverBody = z.input<typeof RecoverBody>

export type MoveOffer = { link: string; expiresAt: number }
export const MoveBody = z.strictObject({ token: z.string().min(1).max(200) })
export type MoveBody = z.input<typeof MoveBody>
/** `code`: of the tournament that the player is in now, where there is one. */
export type Moved = { code: string | null }

/** How an invitation's token begins; the first host's does not. */
export const INVITATION = 'i-'
export const ClaimBody = z.strictObject({ token: z.string().min(1).max(200), name: HostName, password: Password })
export type ClaimBody = z.input<typeof ClaimBody>

export const SignInBody = z.strictObject({
  name: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(128),
})
export const PasswordBody = z.strictObject({ old: z.string().min(1).max(128), new: Password })
export type PasswordBody = z.input<typeof PasswordBody>
/** Another host, by sign-in name. */
export const HostNameBody = z.strictObject({ host: z.string().trim().min(1).max(60) })
export type HostNameBody = z.input<typeof HostNameBody>

/** What a device answers; base64url. What is not asked for here is left out. */
const Octets = z.string().min(1).max(16_384)
const credential = { id: Octets, rawId: Octets, type: z.literal('public-key') }
const none = z.unknown().transform(() => ({}))
export const PasskeyAddBody = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .regex(/^[^\p{Cc}\p{Bidi_Control}]*$/u),
  response: z.object({
    ...credential,
    response: z.object({
      ...{ clientDataJSON: Octets, attestationObject: Octets },
      transports: z
        .array(z.string().regex(/^[a-z-]{1,20}$/))
        .max(10)
        .default([]),
    }),
    clientExtensionResults: none,
  }),
})
export const PasskeySignInBody = z.strictObject({
  response: z.object({
    ...credential,
    response: z.object({
      ...{ clientDataJSON: Octets, authenticatorData: Octets, signature: Octets },
      userHandle: Octets.nullish().transform((handle) => handle ?? undefined),
    }),
    clientExtensionResults: none,
  }),
})
export const PasskeyIdBody = z.strictObject({ id: z.string().min(1).max(64) })

export type PasskeyView = { id: string; name: string; createdAt: number }
/** `passkeysWork`: the server takes passkeys under the address that the page was asked from. */
export type HostAccountView = {
  name: string
  role: 'owner' | 'host'
  passkeysWork: boolean
  passkeys: PasskeyView[]
}
/** A host as the owner sees them: on how many devices they are signed in, and how many tournaments are theirs. */
export type HostRow = {
  name: string
  role: 'owner' | 'host'
  createdAt: number
  devices: number
  tournaments: number
}

export type Invited = { link: string; expiresAt: number }

export type SignInBody = z.input<typeof SignInBody>

/** Who this device is. */
export type SessionView = {
  /** A player known on this device. */
  player: { id: PlayerId; name: string; star: Star; kept: boolean } | null
  host: { name: string; role: Extract<Role, 'owner' | 'host'> } | null
}
