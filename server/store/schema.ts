import { sql } from 'drizzle-orm'
import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { AuditAction, AuditRole } from '../protocol/audit.ts'
import type { AwardKind } from '../protocol/awards.ts'
import type {
  ContributionId,
  EntryId,
  PlayerId,
  ProblemId,
  RejudgingId,
  RoundId,
  SeasonId,
  SeriesId,
  SubmissionId,
  TournamentId,
} from '../protocol/ids.ts'
import type { Judgement, Language, Verdict } from '../protocol/judgement.ts'
import type { RefusalCode } from '../protocol/refusals.ts'
import type { RejudgingStatus } from '../protocol/rejudging.ts'
import type { RoundStatus, Star, TournamentStatus } from '../protocol/round.ts'
import type {
  AuditRow,
  Award,
  Contribution,
  Effect,
  Happening,
  HelpCall,
  Round,
  RoundResult,
  Tournament,
  Link,
} from './records.ts'

/**
 * The tables of records.ts. Times are epoch milliseconds. Columns named …Key are the store's own: what a name is
 * compared by (`nameKey` of protocol/names.ts). After a change here make a migration: see README.md.
 */
const flag = (name: string) => integer(name, { mode: 'boolean' })
const json = (name: string) => text(name, { mode: 'json' })

export const players = sqliteTable(
  'players',
  {
    id: text('id').$type<PlayerId>().primaryKey(),
    userId: text('user_id'),
    name: text('name').notNull(),
    star: text('star').$type<Star>().notNull(),
    accountName: text('account_name'),
    accountNameKey: text('account_name_key'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('players_user').on(table.userId),
    uniqueIndex('players_account_name').on(table.accountNameKey),
  ],
)

export const series = sqliteTable('series', {
  id: text('id').$type<SeriesId>().primaryKey(),
  name: text('name').notNull(),
  hostUserId: text('host_user_id').notNull(),
  createdAt: integer('created_at').notNull(),
  revision: integer('revision').notNull(),
})

export const seasons = sqliteTable(
  'seasons',
  {
    id: text('id').$type<SeasonId>().primaryKey(),
    seriesId: text('series_id')
      .$type<SeriesId>()
      .notNull()
      .references(() => series.id),
    name: text('name').notNull(),
    firstDay: text('first_day').notNull(),
    lastDay: text('last_day').notNull(),
    timeZone: text('time_zone').notNull(),
    createdAt: integer('created_at').notNull(),
    publishedAt: integer('published_at'),
    revision: integer('revision').notNull(),
  },
  (table) => [index('seasons_series').on(table.seriesId)],
)

export const tournaments = sqliteTable(
  'tournaments',
  {
    id: text('id').$type<TournamentId>().primaryKey(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    hostUserId: text('host_user_id').notNull(),
    status: text('status').$type<TournamentStatus>().notNull(),
    approveNames: flag('approve_names').notNull(),
    joiningOpen: flag('joining_open').notNull(),
    ceremony: json('ceremony').$type<NonNullable<Tournament['ceremony']>>(),
    createdAt: integer('created_at').notNull(),
    endedAt: integer('ended_at'),
    publishedAt: integer('published_at'),
    revision: integer('revision').notNull(),
    announcement: json('announcement').$type<NonNullable<Tournament['announcement']>>(),
    breakEndsAt: integer('break_ends_at'),
    blockedWords: json('blocked_words').$type<string[]>(),
    helperKey: text('helper_key'),
    seriesId: text('series_id')
      .$type<SeriesId>()
      .references(() => series.id),
    walkThrough: json('walk_through').$type<NonNullable<Tournament['walkThrough']>>(),
  },
  (table) => [uniqueIndex('tournaments_code').on(table.code), index('tournaments_series').on(table.seriesId)],
)

const tournamentId = () =>
  text('tournament_id')
    .$type<TournamentId>()
    .notNull()
    .references(() => tournaments.id)

export const rounds = sqliteTable(
  'rounds',
  {
    id: text('id').$type<RoundId>().primaryKey(),
    tournamentId: tournamentId(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    status: text('status').$type<RoundStatus>().notNull(),
    limitMinutes: real('limit_minutes').notNull(),
    problemIds: json('problem_ids').$type<ProblemId[]>().notNull(),
    startsAt: integer('starts_at'),
    startedAt: integer('started_at'),
    endsAt: integer('ends_at'),
    pauses: json('pauses').$type<Round['pauses']>().notNull(),
    endedAt: integer('ended_at'),
    publishedAt: integer('published_at'),
    ratedAt: integer('rated_at'),
    revision: integer('revision').notNull(),
    timeFactors: json('time_factors').$type<NonNullable<Round['timeFactors']>>(),
    extensions: json('extensions').$type<NonNullable<Round['extensions']>>(),
  },
  (table) => [
    index('rounds_tournament').on(table.tournamentId, table.position),
    index('rounds_status').on(table.status, table.ratedAt),
  ],
)

const roundId = () =>
  text('round_id')
    .$type<RoundId>()
    .notNull()
    .references(() => rounds.id)

export const entries = sqliteTable(
  'entries',
  {
    id: text('id').$type<EntryId>().primaryKey(),
    tournamentId: tournamentId(),
    playerId: text('player_id')
      .$type<PlayerId>()
      .notNull()
      .references(() => players.id),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    star: text('star').$type<Star>().notNull(),
    nameApproved: flag('name_approved').notNull(),
    timeFactor: real('time_factor').notNull(),
    removed: flag('removed').notNull(),
    joinedAt: integer('joined_at').notNull(),
    revision: integer('revision').notNull(),
    helper: flag('helper').notNull().default(false),
    mentorRoundId: text('mentor_round_id').$type<RoundId>(),
  },
  (table) => [
    uniqueIndex('entries_player').on(table.tournamentId, table.playerId),
    uniqueIndex('entries_name')
      .on(table.tournamentId, table.nameKey)
      .where(sql`removed = 0`),
    index('entries_of_player').on(table.playerId),
  ],
)

const entryId = () =>
  text('entry_id')
    .$type<EntryId>()
    .notNull()
    .references(() => entries.id)
const problemId = () => text('problem_id').$type<ProblemId>().notNull()

export const openings = sqliteTable(
  'openings',
  {
    id: text('id').primaryKey(),
    roundId: roundId(),
    entryId: entryId(),
    problemId: problemId(),
    at: integer('at').notNull(),
  },
  (table) => [index('openings_round').on(table.roundId, table.entryId), index('openings_entry').on(table.entryId)],
)

export const hintsTaken = sqliteTable(
  'hints_taken',
  {
    id: text('id').primaryKey(),
    roundId: roundId(),
    entryId: entryId(),
    problemId: problemId(),
    index: integer('hint_index').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [
    uniqueIndex('hints_taken_once').on(table.roundId, table.entryId, table.problemId, table.index),
    index('hints_taken_entry').on(table.entryId),
  ],
)

export const drafts = sqliteTable(
  'drafts',
  {
    id: text('id').primaryKey(),
    roundId: roundId(),
    entryId: entryId(),
    problemId: problemId(),
    language: text('language').$type<Language>().notNull(),
    savedAt: integer('saved_at').notNull(),
    source: text('source').notNull(),
  },
  (table) => [index('drafts_round').on(table.roundId, table.entryId), index('drafts_entry').on(table.entryId)],
)

/** The two long columns stand last, so that reading the others never touches their overflow pages. */
export const submissions = sqliteTable(
  'submissions',
  {
    id: text('id').$type<SubmissionId>().primaryKey(),
    roundId: roundId(),
    entryId: entryId(),
    problemId: problemId(),
    language: text('language').$type<Language>().notNull(),
    pasted: flag('pasted').notNull(),
    receivedAt: integer('received_at').notNull(),
    verdict: text('verdict').$type<Verdict>(),
    judgedAt: integer('judged_at'),
    source: text('source').notNull(),
    judgement: json('judgement').$type<Judgement>(),
  },
  (table) => [
    index('submissions_round').on(table.roundId, table.receivedAt),
    index('submissions_entry').on(table.entryId, table.roundId, table.receivedAt),
    index('submissions_solved')
      .on(table.roundId, table.problemId, table.entryId)
      .where(sql`verdict = 'AC'`),
    index('submissions_unjudged')
      .on(table.receivedAt)
      .where(sql`judged_at is null`),
  ],
)

export const rejudgings = sqliteTable(
  'rejudgings',
  {
    id: text('id').$type<RejudgingId>().primaryKey(),
    tournamentId: tournamentId(),
    roundId: roundId(),
    problemId: problemId(),
    entryId: text('entry_id')
      .$type<EntryId>()
      .references(() => entries.id),
    status: text('status').$type<RejudgingStatus>().notNull(),
    hostUserId: text('host_user_id').notNull(),
    askedAt: integer('asked_at').notNull(),
    closedAt: integer('closed_at'),
    packageKey: text('package_key').notNull(),
    total: integer('total').notNull(),
    revision: integer('revision').notNull(),
  },
  (table) => [
    index('rejudgings_tournament').on(table.tournamentId, table.askedAt),
    index('rejudgings_status').on(table.status, table.askedAt),
    uniqueIndex('rejudgings_open')
      .on(table.roundId, table.problemId)
      .where(sql`closed_at is null`),
  ],
)

export const rejudgements = sqliteTable(
  'rejudgements',
  {
    id: text('id').primaryKey(),
    rejudgingId: text('rejudging_id')
      .$type<RejudgingId>()
      .notNull()
      .references(() => rejudgings.id),
    submissionId: text('submission_id')
      .$type<SubmissionId>()
      .notNull()
      .references(() => submissions.id),
    was: json('was').$type<Judgement>(),
    now: json('now').$type<Judgement>(),
  },
  (table) => [
    index('rejudgements_rejudging').on(table.rejudgingId),
    index('rejudgements_submission').on(table.submissionId),
  ],
)

export const effects = sqliteTable(
  'effects',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    payload: json('payload').$type<Effect['payload']>().notNull(),
    createdAt: integer('created_at').notNull(),
    attempts: integer('attempts').notNull(),
    lastError: text('last_error'),
    doneAt: integer('done_at'),
  },
  (table) => [
    index('effects_pending')
      .on(table.createdAt)
      .where(sql`done_at is null`),
  ],
)

export const roundResults = sqliteTable(
  'round_results',
  {
    id: text('id').primaryKey(),
    roundId: roundId(),
    tournamentId: tournamentId(),
    playerId: text('player_id')
      .$type<PlayerId>()
      .notNull()
      .references(() => players.id),
    observations: json('observations').$type<unknown>(),
    outcome: json('outcome').$type<unknown>(),
    flagged: flag('flagged').notNull(),
    flagState: text('flag_state').$type<RoundResult['flagState']>().notNull(),
  },
  (table) => [
    uniqueIndex('round_results_player_in_round').on(table.roundId, table.playerId),
    index('round_results_tournament').on(table.tournamentId),
    index('round_results_player').on(table.playerId),
  ],
)

export const modelSnapshots = sqliteTable(
  'model_snapshots',
  {
    id: text('id')
      .$type<RoundId>()
      .primaryKey()
      .references(() => rounds.id),
    position: integer('position').notNull(),
    at: integer('at').notNull(),
    state: json('state').$type<unknown>(),
    problems: json('problems').$type<unknown>(),
  },
  (table) => [index('model_snapshots_position').on(table.position)],
)

const seasonId = () =>
  text('season_id')
    .$type<SeasonId>()
    .references(() => seasons.id)

export const awards = sqliteTable(
  'awards',
  {
    id: text('id').primaryKey(),
    tournamentId: text('tournament_id')
      .$type<TournamentId>()
      .references(() => tournaments.id),
    roundId: text('round_id')
      .$type<RoundId>()
      .references(() => rounds.id),
    seasonId: seasonId(),
    kind: text('kind').$type<AwardKind>().notNull(),
    headline: flag('headline').notNull(),
    position: integer('position').notNull(),
    winners: json('winners').$type<Award['winners']>().notNull(),
    publishedAt: integer('published_at'),
    revealedAt: integer('revealed_at'),
  },
  (table) => [index('awards_tournament').on(table.tournamentId), index('awards_season').on(table.seasonId)],
)

export const happenings = sqliteTable(
  'happenings',
  {
    id: text('id').primaryKey(),
    tournamentId: tournamentId(),
    roundId: roundId(),
    code: text('code').$type<Happening['code']>().notNull(),
    params: json('params').$type<Happening['params']>().notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('happenings_tournament').on(table.tournamentId, table.at)],
)

export const questions = sqliteTable(
  'questions',
  {
    id: text('id').primaryKey(),
    tournamentId: tournamentId(),
    entryId: entryId(),
    problemId: text('problem_id').$type<ProblemId>(),
    text: text('text').notNull(),
    askedAt: integer('asked_at').notNull(),
    answer: text('answer'),
    answeredAt: integer('answered_at'),
    toAll: flag('to_all').notNull(),
  },
  (table) => [
    index('questions_tournament').on(table.tournamentId, table.askedAt),
    index('questions_entry').on(table.entryId),
  ],
)

export const helpCalls = sqliteTable(
  'help_calls',
  {
    id: text('id').primaryKey(),
    tournamentId: tournamentId(),
    entryId: entryId(),
    problemId: text('problem_id').$type<ProblemId>(),
    place: text('place').notNull(),
    askedAt: integer('asked_at').notNull(),
    takenBy: json('taken_by').$type<NonNullable<HelpCall['takenBy']>>(),
    takenAt: integer('taken_at'),
    closedAt: integer('closed_at'),
    outcome: text('outcome').$type<NonNullable<HelpCall['outcome']>>(),
  },
  (table) => [
    index('help_calls_tournament').on(table.tournamentId, table.askedAt),
    index('help_calls_entry').on(table.entryId),
    uniqueIndex('help_calls_open')
      .on(table.entryId)
      .where(sql`closed_at is null`),
  ],
)

export const badges = sqliteTable(
  'badges',
  {
    id: text('id').primaryKey(),
    source: text('source').notNull(),
    achievementId: text('achievement_id').notNull(),
    playerId: text('player_id')
      .$type<PlayerId>()
      .notNull()
      .references(() => players.id),
    tournamentId: text('tournament_id')
      .$type<TournamentId>()
      .references(() => tournaments.id),
    roundId: text('round_id')
      .$type<RoundId>()
      .references(() => rounds.id),
    reason: json('reason').$type<unknown>(),
    statusIndex: integer('status_index').notNull(),
    issuedAt: integer('issued_at').notNull(),
    revokedAt: integer('revoked_at'),
    revokedReason: text('revoked_reason'),
    jws: text('jws'),
    seasonId: seasonId(),
    seenAt: integer('seen_at'),
  },
  (table) => [
    uniqueIndex('badges_source').on(table.source),
    uniqueIndex('badges_status_index').on(table.statusIndex),
    index('badges_player').on(table.playerId),
    index('badges_tournament').on(table.tournamentId),
    index('badges_revoked')
      .on(table.statusIndex)
      .where(sql`revoked_at is not null`),
  ],
)

/** Host-made ones; the product's own are in code. */
export const achievements = sqliteTable(
  'achievements',
  {
    id: text('id').primaryKey(),
    tournamentId: tournamentId(),
    name: text('name').notNull(),
    sentence: text('sentence').notNull(),
    hostUserId: text('host_user_id').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('achievements_tournament').on(table.tournamentId)],
)

export const links = sqliteTable(
  'links',
  {
    id: text('id')
      .$type<PlayerId>()
      .primaryKey()
      .references(() => players.id),
    into: text('into_player_id')
      .$type<PlayerId>()
      .notNull()
      .references(() => players.id),
    hostUserId: text('host_user_id').notNull(),
    at: integer('at').notNull(),
    moved: json('moved').$type<Link['moved']>().notNull(),
  },
  (table) => [index('links_into').on(table.into)],
)

export const practiceSolves = sqliteTable(
  'practice_solves',
  {
    id: text('id').primaryKey(),
    playerId: text('player_id')
      .$type<PlayerId>()
      .notNull()
      .references(() => players.id),
    problemId: text('problem_id').$type<ProblemId>().notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('practice_solves_player').on(table.playerId)],
)

export const contributions = sqliteTable(
  'contributions',
  {
    id: text('id').$type<ContributionId>().primaryKey(),
    problemId: text('problem_id').notNull(),
    name: text('name').notNull(),
    level: integer('level').notNull(),
    status: text('status').$type<Contribution['status']>().notNull(),
    since: integer('since').notNull(),
    queuedAt: integer('queued_at'),
    authorUserId: text('author_user_id').notNull(),
    authorName: text('author_name').notNull(),
    createdAt: integer('created_at').notNull(),
    edition: integer('edition').notNull(),
    revision: integer('revision').notNull(),
    reason: text('reason'),
    report: json('report').$type<NonNullable<Contribution['report']>>(),
    history: json('history').$type<Contribution['history']>().notNull(),
    draft: json('draft').$type<Contribution['draft']>().notNull(),
    mends: text('mends').$type<ContributionId>(),
  },
  (table) => [index('contributions_queue').on(table.status, table.queuedAt)],
)

export const audit = sqliteTable(
  'audit',
  {
    id: text('id').primaryKey(),
    at: integer('at').notNull(),
    userId: text('user_id'),
    who: text('who').notNull(),
    role: text('role').$type<AuditRole>(),
    action: text('action').$type<AuditAction>().notNull(),
    outcome: text('outcome').$type<'ok' | RefusalCode>().notNull(),
    tournamentId: text('tournament_id').$type<TournamentId>(),
    roundId: text('round_id').$type<RoundId>(),
    entryId: text('entry_id').$type<EntryId>(),
    playerId: text('player_id').$type<PlayerId>(),
    params: json('params').$type<AuditRow['params']>().notNull(),
  },
  (table) => [
    index('audit_at').on(table.at),
    index('audit_tournament').on(table.tournamentId, table.at),
    index('audit_who').on(table.who, table.at),
    index('audit_user').on(table.userId),
  ],
)

export const settings = sqliteTable('settings', {
  id: text('id').primaryKey(),
  value: json('value').$type<unknown>(),
})
