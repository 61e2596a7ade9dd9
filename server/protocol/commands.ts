import { z } from 'zod'
import { PuzzleDraft, type ContributionReplies } from './contributions.ts'
import type { AuditPage } from './audit.ts'
import type { AwardChange, IssuedBadge, OwnBadge, PlayerCandidate, PlayerLink } from './badges.ts'
import {
  ContributionId,
  EntryId,
  KitId,
  PlayerId,
  ProblemId,
  RoundId,
  SeasonId,
  SeriesId,
  SubmissionId,
  TournamentId,
} from './ids.ts'
import { Language } from './judgement.ts'
import type { KitView } from './kits.ts'
import type { JudgeCheck, VisitOutcome } from './rehearsal.ts'
import { STARS } from './round.ts'
import type { SeasonView, SeriesPage, SeriesRow, SeriesView } from './series.ts'
import { WALK_PARTS } from './views.ts'
import type {
  AwardsPage,
  BankRow,
  BoardView,
  DraftView,
  HostView,
  MeView,
  ProblemView,
  ProfileView,
  RoomView,
  TournamentRow,
} from './views.ts'
import type { Judgement } from './judgement.ts'
import type { Result } from './result.ts'
import type { Refusal } from './refusals.ts'

/** Limits that both sides know. */
export const MAX_SOURCE_BYTES = 64 * 1024
export const MAX_MESSAGE_BYTES = 128 * 1024
/** A whole puzzle with its tests and submissions: commands that begin with `contribution:` may be as large. */
export const MAX_CONTRIBUTION_BYTES = 1024 * 1024
/** A zip that is imported. */
export const MAX_IMPORT_BYTES = 4 * 1024 * 1024
export const MAX_OWN_CALLS = 8

/** A name as people write it: any script, no control characters, no direction overrides. */
export const PlayerName = z
  .string()
  .trim()
  .min(1)
  .max(24)
  .regex(/^[\p{L}\p{M}\p{N}\p{Emoji_Presentation} .,'’·_-]+$/u)
export const HostName = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9_.-]{3,30}$/, 'a sign-in name has 3 to 30 letters, digits, ".", "_" or "-"')
export const Password = z.string().min(10, 'a password has at least 10 characters').max(128)
/** `KITE 42`, however it was typed. */
export const JoinCode = z
  .string()
  .transform((code) => code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
  .pipe(z.string().min(4).max(12))
const Locale = z
  .string()
  .regex(/^[a-z]{2}$/)
  .default('en')
const Source = z.string()
/** What a host writes for everybody to read: no control characters, no direction overrides. */
const PublicWords = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\p{Cc}\p{Bidi_Control}]*$/u)
/** What a player writes for hosts and helpers; what could hide or turn other text around is left out. */
const PlayerWords = z
  .string()
  .max(2000)
  .transform((text) =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, '')
      .trim(),
  )
/** Why a contribution is sent or taken back. */
const Reason = PlayerWords.pipe(z.string().min(1).max(500))
export const MAX_QUESTION_CHARACTERS = 300
export const MAX_PLACE_CHARACTERS = 80
export const MAX_ANNOUNCEMENT_CHARACTERS = 200
const RoomItemId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)
const BadgeId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)
const contributionOnly = z.strictObject({ contributionId: ContributionId })
/** What a device calls itself, to be told from others while a rehearsal is on. */
const DeviceId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)
const Pixels = z.number().int().min(1).max(50_000)
const roundOnly = z.strictObject({ roundId: RoundId })
const tournamentOnly = z.strictObject({ tournamentId: TournamentId })
const callOnly = z.strictObject({ callId: RoomItemId })
const nothing = z.strictObject({})

const SeriesName = PublicWords.max(40)
/** A day of the calendar. */
const Day = z.iso.date()
const TimeZone = z.string().max(64).refine(isTimeZone, 'a time zone is one of the world’s list, like "Europe/Madrid"')
const SeasonPlan = z.strictObject({ name: SeriesName, firstDay: Day, lastDay: Day, timeZone: TimeZone })
const seasonOnly = z.strictObject({ seasonId: SeasonId })
const seriesOnly = z.strictObject({ seriesId: SeriesId })
/** An award of a tournament, or of a season. */
const AwardsOf = z.strictObject({ tournamentId: TournamentId.optional(), seasonId: SeasonId.optional() })
const isOne = ({ tournamentId, seasonId }: z.infer<typeof AwardsOf>) =>
  (tournamentId === undefined) !== (seasonId === undefined)
const ONE_OF_TWO = 'a tournament or a season'

const TournamentName = z.string().trim().min(1).max(60)
const RoundPlan = z.strictObject({
  name: z.string().trim().min(1).max(40),
  limitMinutes: z
    .number()
    .int()
    .min(1)
    .max(60 * 24 * 14),
  problemIds: z
    .array(ProblemId)
    .max(20)
    .refine((ids) => new Set(ids).size === ids.length, 'a puzzle stands in a round once'),
})

/** What a client may ask for over its socket: payload schemas by event. Replies are in `Replies`. */
export const COMMANDS = {
  // watching
  'tournament:watch': z.strictObject({
    tournamentId: TournamentId.optional(),
    code: JoinCode.optional(),
    as: z.enum(['player', 'host', 'projector', 'helper']),
    locale: Locale,
  }),
  'tournament:unwatch': nothing,
  'tournament:awards': z.strictObject({ tournamentId: TournamentId, locale: Locale }),
  'series:page': seriesOnly,

  // playing
  'round:problems': z.strictObject({ roundId: RoundId, locale: Locale }),
  'problem:open': z.strictObject({ roundId: RoundId, problemId: ProblemId }),
  'hint:take': z.strictObject({ roundId: RoundId, problemId: ProblemId, locale: Locale }),
  'draft:save': z.strictObject({ roundId: RoundId, problemId: ProblemId, language: Language, source: Source }),
  'draft:list': roundOnly,
  'code:try': z.strictObject({
    problemId: ProblemId,
    roundId: RoundId.optional(),
    language: Language,
    source: Source,
    ownCalls: z.array(z.string().max(4000)).max(MAX_OWN_CALLS).default([]),
  }),
  'submission:create': z.strictObject({
    id: SubmissionId,
    roundId: RoundId,
    problemId: ProblemId,
    language: Language,
    source: Source,
    /** Most of the source arrived in one paste: for the host's eyes only. */
    pasted: z.boolean().default(false),
  }),
  'practice:problems': z.strictObject({ locale: Locale }),
  'warm-up:problem': z.strictObject({ locale: Locale }),
  'profile:read': nothing,
  'profile:delete': z.strictObject({ confirm: z.literal('delete') }),
  'badge:list': nothing,
  'badge:delete': z.strictObject({ badgeId: BadgeId }),
  'entry:rename-self': z.strictObject({ tournamentId: TournamentId, name: PlayerName, star: z.enum(STARS) }),

  // asking and helping
  'question:ask': z.strictObject({
    tournamentId: TournamentId,
    /** A puzzle of the round that has begun; null: in general. */
    problemId: ProblemId.nullable().default(null),
    text: PlayerWords.pipe(z.string().min(1).max(MAX_QUESTION_CHARACTERS)),
  }),
  /** Asking again changes place and puzzle of the call that is open. */
  'help:ask': z.strictObject({
    tournamentId: TournamentId,
    problemId: ProblemId.nullable().default(null),
    place: PlayerWords.pipe(z.string().max(MAX_PLACE_CHARACTERS)).default(''),
  }),
  'help:cancel': tournamentOnly,
  'mentor:offer': tournamentOnly,
  'mentor:withdraw': tournamentOnly,
  /** Again: in place of the answer before. */
  'question:answer': z.strictObject({
    questionId: RoomItemId,
    text: PlayerWords.pipe(z.string().min(1).max(500)),
    toAll: z.boolean().default(false),
  }),
  /** Answered in person. */
  'question:close': z.strictObject({ questionId: RoomItemId }),
  'help:take': callOnly,
  'help:release': callOnly,
  'help:done': callOnly,

  // preparing
  'tournament:list': nothing,
  'tournament:create': z
    .strictObject({
      name: TournamentName,
      rounds: z.array(RoundPlan).max(30).default([]),
      /** Instead of rounds: those of a kit's meeting, named in the host's language. */
      kitId: KitId.optional(),
      meeting: z.number().int().min(1).max(12).default(1),
      locale: Locale,
      approveNames: z.boolean().default(true),
      seriesId: SeriesId.optional(),
    })
    .refine(({ kitId, rounds }) => kitId === undefined || rounds.length === 0, 'rounds or a kit, not both'),
  'tournament:update': z.strictObject({
    tournamentId: TournamentId,
    name: TournamentName.optional(),
    approveNames: z.boolean().optional(),
    joiningOpen: z.boolean().optional(),
    /** Null takes it out of its series. */
    seriesId: SeriesId.nullable().optional(),
    /** What no name may contain, a star finding it inside longer words; null: the list of the house. */
    blockedWords: z
      .array(PublicWords.max(30))
      .max(300)
      .transform((words) => [...new Set(words)])
      .nullable()
      .optional(),
  }),
  'tournament:words': tournamentOnly,
  'tournament:clone': z.strictObject({ tournamentId: TournamentId, name: TournamentName.optional() }),
  'tournament:remove': tournamentOnly,
  'series:list': nothing,
  'series:read': seriesOnly,
  'series:create': z.strictObject({ name: SeriesName }),
  'series:update': z.strictObject({ seriesId: SeriesId, name: SeriesName }),
  'series:remove': seriesOnly,
  'season:read': seasonOnly,
  'season:create': SeasonPlan.extend({ seriesId: SeriesId }),
  'season:update': SeasonPlan.partial().extend({ seasonId: SeasonId }),
  'season:remove': seasonOnly,
  'season:publish': seasonOnly,
  'round:add': RoundPlan.extend({ tournamentId: TournamentId }),
  'round:update': RoundPlan.partial().extend({ roundId: RoundId }),
  'round:remove': roundOnly,
  'round:move': z.strictObject({ roundId: RoundId, position: z.number().int().min(1).max(30) }),
  /** With a tournament: only the kit, and of it the meeting, that its rounds were taken from. */
  'kit:list': z.strictObject({ tournamentId: TournamentId.optional(), locale: Locale }),
  'bank:list': z.strictObject({ tournamentId: TournamentId.optional() }),
  'bank:preview': z.strictObject({ problemId: ProblemId, locale: Locale }),
  /** Judged as in a round, for a host who looks at it as a player would; kept nowhere. */
  'preview:submit': z.strictObject({ problemId: ProblemId, language: Language, source: Source }),
  'bank:suggest': z.strictObject({
    tournamentId: TournamentId,
    count: z.number().int().min(1).max(20).default(6),
    level: z.number().min(1).max(6).optional(),
    limitMinutes: z.number().min(1).default(20),
    /** Puzzles of other tournaments that are prepared together with this one. */
    without: z.array(ProblemId).max(300).default([]),
  }),

  // trying everything out before people come
  'rehearsal:begin': z.strictObject({ tournamentId: TournamentId, device: DeviceId }),
  'rehearsal:end': tournamentOnly,
  'rehearsal:judge': tournamentOnly,
  'rehearsal:ping': nothing,
  /** From a phone that opened the test address: the address it came by, and how long a message took there and back. */
  'rehearsal:visit': z.strictObject({
    code: JoinCode,
    device: DeviceId,
    origin: z.string().max(300),
    roundTripMs: z.number().int().min(0).max(60_000),
    width: Pixels,
  }),
  /** From a wall that shows the test picture. */
  'rehearsal:wall': z.strictObject({
    width: Pixels,
    height: Pixels,
    zoom: z.number().min(0.1).max(10),
    fullScreen: z.boolean(),
  }),

  // running
  'round:start': z.strictObject({ roundId: RoundId, inMinutes: z.number().min(0).max(180).default(0) }),
  'round:call-off': roundOnly,
  'round:pause': roundOnly,
  'round:resume': roundOnly,
  'round:extend': z.strictObject({ roundId: RoundId, minutes: z.number().min(1).max(180) }),
  'round:stop': roundOnly,
  /** Null withdraws what stands on the wall. */
  'tournament:announce': z.strictObject({
    tournamentId: TournamentId,
    text: PublicWords.max(MAX_ANNOUNCEMENT_CHARACTERS).nullable(),
  }),
  'break:start': z.strictObject({ tournamentId: TournamentId, minutes: z.number().min(1).max(180) }),
  'break:end': tournamentOnly,
  'entry:give-time': z.strictObject({ entryId: EntryId, factor: z.number().min(1).max(3) }),
  'entry:make-helper': z.strictObject({ entryId: EntryId, helper: z.boolean() }),
  /** A new link; the one before stops working. */
  'helper:invite': tournamentOnly,
  'helper:uninvite': tournamentOnly,
  'mentor:match': z.strictObject({ callId: RoomItemId, entryId: EntryId }),
  'walk-through:show': z.strictObject({
    tournamentId: TournamentId,
    roundId: RoundId,
    problemId: ProblemId,
    part: z.enum(WALK_PARTS),
    language: Language,
    page: z.number().int().min(0).max(20).default(0),
  }),
  'walk-through:close': tournamentOnly,
  'flag:clear': z.strictObject({ roundId: RoundId, playerId: PlayerId }),
  'flag:strike': z.strictObject({ roundId: RoundId, playerId: PlayerId }),
  'round:publish': roundOnly,
  'tournament:finish': z.strictObject({ tournamentId: TournamentId }),
  'tournament:publish': z.strictObject({ tournamentId: TournamentId }),
  'ceremony:start': z.strictObject({ tournamentId: TournamentId, roundId: RoundId.nullable() }),
  'ceremony:reveal': z.strictObject({ tournamentId: TournamentId }),
  'ceremony:close': z.strictObject({ tournamentId: TournamentId }),
  'entry:approve': z.strictObject({ tournamentId: TournamentId, entryId: EntryId.optional() }),
  'entry:rename': z.strictObject({ entryId: EntryId, name: PlayerName }),
  'entry:remove': z.strictObject({ entryId: EntryId }),

  // badges
  'badge:issued': z.strictObject({ tournamentId: TournamentId }),
  'badge:award': z.strictObject({
    tournamentId: TournamentId,
    playerIds: z.array(PlayerId).min(1).max(1000),
    name: PublicWords.max(40),
    /** What it is for, in one sentence; it stands on a public page, so it names nobody. */
    sentence: PublicWords.max(200),
  }),
  'badge:revoke': z.strictObject({ badgeId: BadgeId, reason: PublicWords.max(200) }),

  // the same person, once
  'player:candidates': z.strictObject({ entryId: EntryId, search: z.string().trim().min(1).max(24).optional() }),
  'player:link': z.strictObject({ entryId: EntryId, playerId: PlayerId }),
  'player:merge': z.strictObject({ from: PlayerId, into: PlayerId }),
  'player:unlink': z.strictObject({ playerId: PlayerId }),
  'player:links': nothing,
  'award:differences': AwardsOf.refine(isOne, ONE_OF_TWO),
  'award:revoke': AwardsOf.extend({
    awardId: z.string().min(1).max(160),
    playerId: PlayerId,
    reason: PublicWords.max(200),
  }).refine(isOne, ONE_OF_TWO),

  // writing puzzles, and the queue into the bank
  'contribution:list': nothing,
  'contribution:read': contributionOnly,
  /** Without an id: a new draft. `revision` is that of the last read or save. */
  'contribution:save': z.strictObject({
    contributionId: ContributionId.optional(),
    revision: z.number().int().optional(),
    draft: PuzzleDraft,
  }),
  'contribution:preview': z.strictObject({ draft: PuzzleDraft, locale: Locale }),
  /** Runs the first accepted solution on every line of the table. */
  'contribution:fill': z.strictObject({ draft: PuzzleDraft }),
  'contribution:judge': z.strictObject({ draft: PuzzleDraft, submission: z.number().int().min(0) }),
  /** A draft of one's own that starts as a puzzle of the bank. */
  'contribution:copy': z.strictObject({ problemId: ProblemId }),
  'contribution:remove': contributionOnly,
  'contribution:submit': contributionOnly,
  /** Out of the queue, to go on writing. */
  'contribution:withdraw': contributionOnly,
  'contribution:land': contributionOnly,
  'contribution:return': contributionOnly.extend({ reason: Reason }),
  'contribution:take-back': contributionOnly.extend({ reason: Reason }),

  // the machine
  'judge:restart': nothing,
  /** A page of what hosts and helpers did, for the owner. */
  'audit:list': z.strictObject({
    /** The last line that is known: the page after it. */
    before: z.string().min(1).max(64).optional(),
    /** A name as it stands in the trail. */
    who: z.string().max(60).optional(),
    tournamentId: TournamentId.optional(),
    /** Epoch milliseconds, the end not included: a day is the asker's own. */
    from: z.number().int().min(0).optional(),
    to: z.number().int().min(0).optional(),
  }),
} as const

export type CommandName = keyof typeof COMMANDS
export type Payload<C extends CommandName> = z.infer<(typeof COMMANDS)[C]>
/** What a client writes: defaults may be left out. */
export type PayloadInput<C extends CommandName> = z.input<(typeof COMMANDS)[C]>

/** `room` is there for whoever watches as a helper; hosts have it in their own view. */
export type WatchReply = { board: BoardView; me: MeView | null; host: HostView | null; room: RoomView | null }
export type Done = Record<string, never>

type SpecialReplies = {
  'tournament:watch': WatchReply
  'tournament:awards': AwardsPage
  'series:page': SeriesPage
  'series:list': { series: SeriesRow[] }
  'series:read': SeriesView
  'series:create': { seriesId: SeriesId }
  'season:read': SeasonView
  'season:create': { seasonId: SeasonId }
  'round:problems': { problems: ProblemView[] }
  'hint:take': { hints: string[] }
  'draft:save': { savedAt: number }
  'draft:list': { drafts: DraftView[] }
  'code:try': { judgement: Judgement }
  'submission:create': { id: SubmissionId; receivedAt: number; judgement: Judgement | null }
  'practice:problems': { problems: ProblemView[]; solved: ProblemId[]; suggested: ProblemId[] }
  'warm-up:problem': { problem: ProblemView }
  'profile:read': ProfileView
  'badge:list': { badges: OwnBadge[] }
  'badge:issued': { badges: IssuedBadge[] }
  'badge:award': { achievementId: string }
  'player:candidates': { candidates: PlayerCandidate[] }
  'player:links': { links: PlayerLink[] }
  'award:differences': { differences: AwardChange[] }
  'tournament:list': { tournaments: TournamentRow[] }
  'tournament:create': { tournamentId: TournamentId; code: string }
  'tournament:clone': { tournamentId: TournamentId; code: string }
  /** `house`: nobody has changed the list of the house. */
  'tournament:words': { words: string[]; house: boolean }
  'question:ask': { questionId: string }
  'help:ask': { callId: string }
  /** Goes into the join link as `?helper=<key>`. */
  'helper:invite': { key: string }
  'round:add': { roundId: RoundId }
  'rehearsal:judge': { checks: JudgeCheck[] }
  'rehearsal:visit': { outcome: VisitOutcome }
  'kit:list': { kits: KitView[] }
  'bank:list': { problems: BankRow[] }
  'bank:preview': { problem: ProblemView; hints: string[] }
  'preview:submit': { judgement: Judgement }
  'bank:suggest': { problemIds: ProblemId[] }
  'audit:list': AuditPage
} & ContributionReplies
export type Reply<C extends CommandName> = C extends keyof SpecialReplies ? SpecialReplies[C] : Done

/** socket.io's maps of events: what the client emits and hears. */
export type ClientEvents = {
  [C in CommandName]: (payload: PayloadInput<C>, reply: (result: Result<Reply<C>, Refusal>) => void) => void
}
export type ServerEvents = {
  'board:changed': (board: BoardView) => void
  'me:changed': (me: MeView) => void
  'host:changed': (host: HostView) => void
  'room:changed': (room: RoomView) => void
  'submission:judged': (judged: {
    roundId: RoundId
    problemId: ProblemId
    submissionId: SubmissionId
    judgement: Judgement
  }) => void
  /** For every host: a puzzle on its way into the bank has changed. */
  'contributions:changed': (changed: { contributionId: ContributionId }) => void
  /** The server goes away for a moment; the client reconnects by itself. */
  'server:leaving': () => void
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
