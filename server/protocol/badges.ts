import type { AwardSentence } from './sentences.ts'
import type { AwardKind } from './awards.ts'
import type { PlayerId, RoundId, TournamentId } from './ids.ts'
import type { Star } from './round.ts'

/** What a badge says to anybody: never whose it is. Times are epoch milliseconds. */
export type BadgeFace = {
  achievementId: string
  name: string
  description: string
  criteria: string
  issuedAt: number
}

/** One's own badge. Its files are `/badges/<id>.png`, `.svg` and `.jwt`; its page is `/badge/<id>`. */
export type OwnBadge = BadgeFace & {
  id: string
  tournamentId: TournamentId | null
  /** What it is of, by its names: the tournament's, or the series' and the season's. */
  where: string[]
  roundId: RoundId | null
  reason: AwardSentence | null
  revoked: Revoked | null
  /** False while it is new to its owner, on all of their devices. */
  seen: boolean
}
export type Revoked = { at: number; reason: string }

/** A badge of a tournament, for its hosts. */
export type IssuedBadge = {
  id: string
  playerId: PlayerId
  playerName: string
  achievementId: string
  name: string
  issuedAt: number
  revoked: Revoked | null
}

/** A player whom an entry may belong to; `otherNames` are those they were here under before. */
export type PlayerCandidate = {
  playerId: PlayerId
  name: string
  otherNames: string[]
  star: Star
  tournaments: number
  lastJoinedAt: number
}
/** A host has said that the player is the same person as `into`. */
export type PlayerLink = { playerId: PlayerId; name: string; into: PlayerId; intoName: string; at: number }

type Named = { playerId: string; name: string }
/** A published award that the figures as they are now would give otherwise; `awardId` is null where there was none. */
export type AwardChange = {
  awardId: string | null
  roundId: RoundId | null
  kind: AwardKind
  added: Named[]
  dropped: Named[]
}

/**
 * What was found out about a file or a link.
 * `genuine`: signed here, unchanged, stands · `revoked`: signed here, and taken back · `forged`: says it comes from here,
 * and was not signed here as it is · `foreign`: somebody else's, for them to vouch for · `unsigned`: a credential without
 * a signature · `no-credential`: a picture with nothing in it · `not-a-badge`: some other file.
 */
export type Verdict = 'genuine' | 'revoked' | 'forged' | 'foreign' | 'unsigned' | 'no-credential' | 'not-a-badge'

export type Verification = {
  verdict: Verdict
  /** In which form it came. */
  form: 'png' | 'svg' | 'jwt' | null
  /** What it claims to say; believe it only where the verdict is `genuine` or `revoked`. */
  face: BadgeFace | null
  /** The badge here, where its page is still open. */
  badgeId: string | null
  /** Who it says issued it: an address's host. */
  issuerHost: string | null
  revoked: Revoked | null
  /** The address of the key that signed it, for a check of one's own. */
  key: string | null
}

/** `GET /api/badges/:id`: everything its public page shows. */
export type BadgePage = { verification: Verification; jws: string }
