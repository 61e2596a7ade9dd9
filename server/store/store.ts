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
import type { Verdict } from '../protocol/judgement.ts'
import type {
  AuditRow,
  Award,
  Badge,
  Contribution,
  Draft,
  Effect,
  Entry,
  Happening,
  HelpCall,
  HintTaken,
  HostAchievement,
  Link,
  ModelSnapshot,
  Opening,
  Player,
  Question,
  Rejudgement,
  Rejudging,
  Round,
  RoundResult,
  Season,
  Series,
  Setting,
  Submission,
  TableName,
  Tables,
  Tournament,
} from './records.ts'

/**
 * One change of one row; changes are applied in the order given, so a row stands after the ones it refers to.
 * `insert` answers `stale` where the id (or another unique value) exists; `put` replaces.
 * Each change of a row that has a revision sets it to the stored one plus one, whatever the change says (an insert: to 0).
 */
export type Change = {
  [T in TableName]:
    | { do: 'insert'; table: T; row: Tables[T] }
    | { do: 'put'; table: T; row: Tables[T] }
    | { do: 'patch'; table: T; id: Tables[T]['id']; set: Partial<Omit<Tables[T], 'id'>> }
    | { do: 'remove'; table: T; id: Tables[T]['id'] }
}[TableName]

/**
 * The revisions a decision was based on. They are only compared: a submission depends on its round without changing it,
 * and a hundred of them must not make each other stale.
 */
export type Expected = {
  series?: Partial<Record<SeriesId, number>>
  seasons?: Partial<Record<SeasonId, number>>
  tournaments?: Partial<Record<TournamentId, number>>
  rounds?: Partial<Record<RoundId, number>>
  entries?: Partial<Record<EntryId, number>>
  contributions?: Partial<Record<ContributionId, number>>
  rejudgings?: Partial<Record<RejudgingId, number>>
}

export type AuditQuery = {
  before?: string | undefined
  who?: string | undefined
  tournamentId?: TournamentId | undefined
  from?: number | undefined
  to?: number | undefined
  limit: number
}

export type Decision = { expected: Expected; changes: Change[] }

/**
 * Where everything is kept. Calls are promises, so that a database across a network can follow behind the same
 * interface; a commit is atomic and on disk when it answers.
 */
/** A player with all names they were in tournaments under. */
export type CalledPlayer = { player: Player; names: string[]; tournaments: number; lastJoinedAt: number }

export type Store = {
  /** All or nothing. `stale`: a revision has moved, or a unique value is taken: load again and decide again. */
  commit(decision: Decision): Promise<'done' | 'stale'>

  player(id: PlayerId): Promise<Player | null>
  /** Who was linked to another is the other. */
  playerOfUser(userId: string): Promise<Player | null>
  playerByAccountName(name: string): Promise<Player | null>
  players(ids: PlayerId[]): Promise<Player[]>
  /** Players, not linked ones, who were in a tournament under a name with one of these in it; those last seen first. */
  playersCalled(parts: readonly string[], limit: number): Promise<CalledPlayer[]>
  /**
   * Players whom nobody has kept under an account name, with an account still, who came to be and last joined or
   * practised before `before` (epoch milliseconds). Who was linked to another goes with the other.
   */
  playersUnseenSince(before: number, limit: number): Promise<PlayerId[]>
  link(id: PlayerId): Promise<Link | null>
  /** Newest first. */
  links(): Promise<Link[]>

  tournament(id: TournamentId): Promise<Tournament | null>
  tournamentByCode(code: string): Promise<Tournament | null>
  tournaments(): Promise<Tournament[]>

  series(id: SeriesId): Promise<Series | null>
  /** By name. */
  allSeries(): Promise<Series[]>
  /** Oldest first, as they were made. */
  tournamentsIn(id: SeriesId): Promise<Tournament[]>
  season(id: SeasonId): Promise<Season | null>
  /** The latest first, by their days. */
  seasonsOf(id: SeriesId): Promise<Season[]>

  round(id: RoundId): Promise<Round | null>
  /** In order of position. */
  roundsOf(tournamentId: TournamentId): Promise<Round[]>
  /** Rounds in countdown, running or paused, and ended ones that are not rated: what start-up has to take up again. */
  roundsUnderWay(): Promise<Round[]>

  /** Puzzles of rounds that are planned, under way or not yet published: nobody practises those. */
  secretProblems(): Promise<Set<ProblemId>>
  /** Puzzles of published rounds, over all tournaments: open to everybody. */
  publishedProblems(): Promise<Set<ProblemId>>

  entry(id: EntryId): Promise<Entry | null>
  entryOf(tournamentId: TournamentId, playerId: PlayerId): Promise<Entry | null>
  entriesOf(tournamentId: TournamentId): Promise<Entry[]>
  entriesOfPlayer(playerId: PlayerId): Promise<Entry[]>

  openings(roundId: RoundId, entryId?: EntryId): Promise<Opening[]>
  hintsTaken(roundId: RoundId, entryId?: EntryId): Promise<HintTaken[]>
  drafts(roundId: RoundId, entryId: EntryId): Promise<Draft[]>
  /** When each entry last saved something it had typed in this round. */
  lastSaved(roundId: RoundId): Promise<Map<EntryId, number>>

  question(id: string): Promise<Question | null>
  /** Oldest first. */
  questionsOf(tournamentId: TournamentId): Promise<Question[]>
  helpCall(id: string): Promise<HelpCall | null>
  /** Closed ones too, oldest first. */
  helpCallsOf(tournamentId: TournamentId): Promise<HelpCall[]>

  submission(id: SubmissionId): Promise<Submission | null>
  /** Oldest first. */
  submissions(roundId: RoundId, entryId?: EntryId): Promise<Submission[]>
  /** As `submissions`, without source and judgement: for views of many players. */
  submissionOutlines(roundId: RoundId, entryId?: EntryId): Promise<Omit<Submission, 'source' | 'judgement'>[]>
  /** Pending ones of all rounds, oldest first. */
  unjudged(): Promise<Submission[]>
  /** Players per puzzle of a round who solved it, and the stars lit by a tournament's rounds. */
  solvedCounts(roundId: RoundId): Promise<Map<ProblemId, number>>
  starsLit(tournamentId: TournamentId): Promise<number>
  /** Puzzles a player has solved in any round or in practice, before `before` where it is given. */
  solvedBy(playerId: PlayerId, before?: number): Promise<Set<ProblemId>>
  /** Those solved in practice, oldest first; `at` in epoch milliseconds. */
  practisedBy(playerId: PlayerId): Promise<{ problemId: ProblemId; at: number }[]>

  rejudging(id: RejudgingId): Promise<Rejudging | null>
  /** Newest first; `done`: how many of its submissions are judged. */
  rejudgingsOf(tournamentId: TournamentId): Promise<(Rejudging & { done: number })[]>
  /** Those that are being judged, in the order in which they were asked for. */
  rejudgingsUnderWay(): Promise<Rejudging[]>
  /** In the order in which the submissions were received. */
  rejudgements(id: RejudgingId): Promise<Rejudgement[]>
  /** Submissions of an entry in this round whose verdict of record a rejudging has changed, with the one before; oldest first. */
  verdictsBefore(roundId: RoundId, entryId: EntryId): Promise<{ submissionId: SubmissionId; was: Verdict }[]>

  pendingEffects(): Promise<Effect[]>

  roundResults(roundId: RoundId): Promise<RoundResult[]>
  resultsOfTournament(tournamentId: TournamentId): Promise<RoundResult[]>
  resultsOfPlayer(playerId: PlayerId): Promise<RoundResult[]>
  /** Of all players, in the order of the one timeline. */
  allResults(): Promise<RoundResult[]>
  latestModel(): Promise<ModelSnapshot | null>
  /** Every rated round's row without the state, in the order of the one timeline. */
  timeline(): Promise<Omit<ModelSnapshot, 'state'>[]>
  modelAfter(roundId: RoundId): Promise<ModelSnapshot | null>

  /** In ceremony order. */
  awardsOf(tournamentId: TournamentId): Promise<Award[]>
  awardsOfSeason(id: SeasonId): Promise<Award[]>
  allAwards(): Promise<Award[]>
  awardsOfPlayer(playerId: PlayerId): Promise<Award[]>
  /** Newest first. */
  happenings(tournamentId: TournamentId, limit: number): Promise<Happening[]>

  badge(id: string): Promise<Badge | null>
  /** Oldest first; deleted ones left out. */
  badgesOfPlayer(playerId: PlayerId): Promise<Badge[]>
  badgesOfTournament(tournamentId: TournamentId): Promise<Badge[]>
  /** How many `badgesOfTournament` has, and how many of these are revoked. */
  badgeCounts(tournamentId: TournamentId): Promise<{ issued: number; revoked: number }>
  /** Those of these that were given already, deleted ones too. */
  givenBadges(sources: string[]): Promise<Badge[]>
  /** Places of revoked badges in the status lists, from `from` on and below `to`, ascending. */
  revokedPlaces(from: number, to: number): Promise<number[]>
  nextStatusIndex(): Promise<number>
  /** A host-made achievement. */
  achievement(id: string): Promise<HostAchievement | null>
  achievementsOf(tournamentId: TournamentId): Promise<HostAchievement[]>

  contribution(id: ContributionId): Promise<Contribution | null>
  /** Without the draft; those whose status is newest first. */
  contributions(): Promise<Omit<Contribution, 'draft'>[]>
  /** Rounds that hold each puzzle: those still to be played, and all. */
  roundsHolding(): Promise<Map<ProblemId, { ahead: number; all: number }>>
  /**
   * What hosts and helpers did, newest first, after the line `before`; by name, tournament and time (epoch milliseconds,
   * `to` not included) where they are given.
   */
  audit(query: AuditQuery): Promise<AuditRow[]>
  /** Whoever stands in it by name, and the tournaments it tells of, under the name they had last. */
  auditNames(): Promise<{ people: string[]; tournaments: { id: TournamentId; name: string }[] }>
  /** Lines from before `before` go; answers with how many. */
  pruneAudit(before: number): Promise<number>

  setting(id: string): Promise<Setting | null>

  /**
   * The person goes, the results stay: user, sessions, passphrase, names, drafts, sources, what the code printed,
   * submissions not judged yet, questions and calls for help are gone, badges are deleted, entries are marked as removed; results, openings and verdicts stay under the
   * random ids, so that others' marks stand. Doing it again changes nothing.
   */
  erasePlayer(id: PlayerId): Promise<void>

  close(): Promise<void>
}
