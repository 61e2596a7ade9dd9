import type { z } from 'zod'
import { auditCommands, type AuditReplies } from './commands/audit.ts'
import { badgeCommands, type BadgeReplies } from './commands/badges.ts'
import { bankCommands, type BankReplies } from './commands/bank.ts'
import { breakCommands } from './commands/breaks.ts'
import { ceremonyCommands, type CeremonyReplies } from './commands/ceremony.ts'
import { contributionCommands, type ContributionReplies } from './commands/contributions.ts'
import { entryCommands, type EntryReplies } from './commands/entries.ts'
import { flagCommands, type FlagReplies } from './commands/flags.ts'
import { helpCommands, type HelpReplies } from './commands/help.ts'
import { houseCommands } from './commands/house.ts'
import { kitCommands, type KitReplies } from './commands/kits.ts'
import { peopleCommands, type PeopleReplies } from './commands/people.ts'
import { playingCommands, type PlayingReplies } from './commands/playing.ts'
import { practiceCommands, type PracticeReplies } from './commands/practice.ts'
import { preparingCommands, type PreparingReplies } from './commands/preparing.ts'
import { profileCommands, type ProfileReplies } from './commands/profile.ts'
import { questionCommands, type QuestionReplies } from './commands/questions.ts'
import { rehearsalCommands, type RehearsalReplies } from './commands/rehearsal.ts'
import { rejudgingCommands, type RejudgingReplies } from './commands/rejudging.ts'
import { runningCommands, type RunningReplies } from './commands/running.ts'
import { seasonCommands, type SeasonReplies } from './commands/seasons.ts'
import { seriesCommands, type SeriesReplies } from './commands/series.ts'
import { watchingCommands, type WatchingReplies } from './commands/watching.ts'
import type { ContributionId, ProblemId, RoundId, SubmissionId } from './ids.ts'
import type { Judgement } from './judgement.ts'
import type { Refusal } from './refusals.ts'
import type { Result } from './result.ts'
import type { SeriesPage } from './series.ts'
import type { BoardView } from './board.ts'
import type { HostView } from './host.ts'
import type { MeView } from './me.ts'
import type { RoomView } from './room.ts'

/**
 * What a client may ask for over its socket: payload schemas by event. They stand in commands/ with their replies, in
 * files that have the names of those in live/handlers/ that answer them; the sockets answer watching.ts themselves.
 */
export const COMMANDS = {
  ...watchingCommands,
  ...playingCommands,
  ...practiceCommands,
  ...profileCommands,
  ...questionCommands,
  ...helpCommands,
  ...preparingCommands,
  ...seriesCommands,
  ...seasonCommands,
  ...kitCommands,
  ...bankCommands,
  ...rehearsalCommands,
  ...runningCommands,
  ...flagCommands,
  ...rejudgingCommands,
  ...breakCommands,
  ...entryCommands,
  ...ceremonyCommands,
  ...badgeCommands,
  ...peopleCommands,
  ...contributionCommands,
  ...houseCommands,
  ...auditCommands,
} as const

export type CommandName = keyof typeof COMMANDS
export type Payload<C extends CommandName> = z.infer<(typeof COMMANDS)[C]>
/** What a client writes: defaults may be left out. */
export type PayloadInput<C extends CommandName> = z.input<(typeof COMMANDS)[C]>

/** What is answered where there is nothing to say. */
export type Done = Record<string, never>
type Replies = WatchingReplies &
  PlayingReplies &
  PracticeReplies &
  ProfileReplies &
  QuestionReplies &
  HelpReplies &
  PreparingReplies &
  SeriesReplies &
  SeasonReplies &
  KitReplies &
  BankReplies &
  RehearsalReplies &
  RunningReplies &
  FlagReplies &
  RejudgingReplies &
  EntryReplies &
  CeremonyReplies &
  BadgeReplies &
  PeopleReplies &
  ContributionReplies &
  AuditReplies
export type Reply<C extends CommandName> = C extends keyof Replies ? Replies[C] : Done

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
  /** For whoever reads the page of a series, as it is now. */
  'series:changed': (page: SeriesPage) => void
  /** For a player's own devices: badges of theirs have come, were seen, or are not what they were. */
  'badges:changed': () => void
  /** The server goes away for a moment; the client reconnects by itself. */
  'server:leaving': () => void
}
