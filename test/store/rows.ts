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
} from '../../server/store/records.ts'
import type { Change, Expected } from '../../server/store/store.ts'
import type { PuzzleDraft } from '../../server/protocol/contributions.ts'
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
} from '../../server/protocol/ids.ts'
import type { Judgement } from '../../server/protocol/judgement.ts'

/** Rows that read like sentences: name what matters, the rest is ordinary. */
export const tournamentId = (id: string) => id as TournamentId
export const roundId = (id: string) => id as RoundId
export const playerId = (id: string) => id as PlayerId
export const entryId = (id: string) => id as EntryId
export const submissionId = (id: string) => id as SubmissionId
export const problemId = (id: string) => id as ProblemId
export const seriesId = (id: string) => id as SeriesId
export const seasonId = (id: string) => id as SeasonId

export const ANNA = playerId('player-anna')
export const BEN = playerId('player-ben')
export const EVENING = tournamentId('evening-1')
export const ROUND = roundId('round-1')
export const ANNA_HERE = entryId('entry-anna')
export const BEN_HERE = entryId('entry-ben')
export const LEAP = problemId('leap-year')
export const BELLS = problemId('bells')

export const aPlayer = (is: Partial<Player> = {}): Player => ({
  id: ANNA,
  userId: null,
  name: 'Anna',
  star: 'gold',
  accountName: null,
  createdAt: 1,
  ...is,
})
export const aTournament = (is: Partial<Tournament> = {}): Tournament => ({
  id: EVENING,
  code: 'KITE42',
  name: 'Club evening',
  hostUserId: 'user-host',
  status: 'open',
  approveNames: true,
  joiningOpen: true,
  ceremony: null,
  createdAt: 1,
  endedAt: null,
  publishedAt: null,
  revision: 0,
  announcement: null,
  breakEndsAt: null,
  walkThrough: null,
  blockedWords: null,
  helperKey: null,
  seriesId: null,
  ...is,
})
export const CLUB = seriesId('series-thursdays')
export const aSeries = (is: Partial<Series> = {}): Series => ({
  id: CLUB,
  name: 'Thursday club',
  hostUserId: 'user-host',
  createdAt: 1,
  revision: 0,
  ...is,
})
export const AUTUMN = seasonId('season-autumn')
export const aSeason = (is: Partial<Season> = {}): Season => ({
  id: AUTUMN,
  seriesId: CLUB,
  name: 'Autumn',
  firstDay: '2026-09-01',
  lastDay: '2026-12-20',
  timeZone: 'Europe/Madrid',
  createdAt: 2,
  publishedAt: null,
  revision: 0,
  ...is,
})
export const aRound = (is: Partial<Round> = {}): Round => ({
  id: ROUND,
  tournamentId: EVENING,
  position: 1,
  name: 'Warming up',
  status: 'running',
  limitMinutes: 20,
  problemIds: [LEAP, BELLS],
  startsAt: null,
  startedAt: 10,
  endsAt: 1_200_010,
  pauses: [],
  endedAt: null,
  publishedAt: null,
  ratedAt: null,
  revision: 0,
  timeFactors: null,
  extensions: null,
  ...is,
})
export const anEntry = (is: Partial<Entry> = {}): Entry => ({
  id: ANNA_HERE,
  tournamentId: EVENING,
  playerId: ANNA,
  name: 'Anna',
  star: 'gold',
  nameApproved: false,
  timeFactor: 1,
  removed: false,
  joinedAt: 5,
  revision: 0,
  helper: false,
  mentorRoundId: null,
  ...is,
})
export const aSubmission = (is: Partial<Submission> = {}): Submission => ({
  id: submissionId('submission-1'),
  roundId: ROUND,
  entryId: ANNA_HERE,
  problemId: LEAP,
  language: 'python',
  source: 'print(1)',
  pasted: false,
  receivedAt: 100,
  verdict: null,
  judgement: null,
  judgedAt: null,
  ...is,
})
export const aJudgement = (is: Partial<Judgement> = {}): Judgement => ({
  verdict: 'AC',
  passed: 1,
  total: 1,
  runs: [{ name: 'example 1', kind: 'example', verdict: 'AC', call: 'leap(1996)', received: 'True', timeMs: 0.4 }],
  printed: 'hello\n',
  timeMs: 1.25,
  memoryKb: 512,
  ...is,
})
export const accepted = (is: Partial<Submission> = {}): Submission =>
  aSubmission({ verdict: 'AC', judgement: aJudgement(), judgedAt: 200, ...is })
export const aRejudging = (is: Partial<Rejudging> = {}): Rejudging => ({
  id: 'rejudging-1' as RejudgingId,
  tournamentId: EVENING,
  roundId: ROUND,
  problemId: LEAP,
  entryId: null,
  status: 'judging',
  hostUserId: 'user-host',
  askedAt: 500,
  closedAt: null,
  packageKey: 'as it was',
  total: 1,
  revision: 0,
  ...is,
})
export const aRejudgement = (is: Partial<Rejudgement> = {}): Rejudgement => ({
  id: `${is.rejudgingId ?? 'rejudging-1'}:${is.submissionId ?? 'submission-1'}`,
  rejudgingId: 'rejudging-1' as RejudgingId,
  submissionId: submissionId('submission-1'),
  was: null,
  now: null,
  ...is,
})
export const aDraft = (is: Partial<Draft> = {}): Draft => ({
  id: `${ROUND}:${ANNA_HERE}:${LEAP}:python`,
  roundId: ROUND,
  entryId: ANNA_HERE,
  problemId: LEAP,
  language: 'python',
  source: 'def leap',
  savedAt: 50,
  ...is,
})
export const anOpening = (is: Partial<Opening> = {}): Opening => ({
  id: 'opening-1',
  roundId: ROUND,
  entryId: ANNA_HERE,
  problemId: LEAP,
  at: 20,
  ...is,
})
export const aHint = (is: Partial<HintTaken> = {}): HintTaken => ({
  id: 'hint-1',
  roundId: ROUND,
  entryId: ANNA_HERE,
  problemId: LEAP,
  index: 0,
  at: 30,
  ...is,
})
export const anEffect = (is: Partial<Effect> = {}): Effect => ({
  id: 'effect-1',
  kind: 'judge',
  payload: { submissionId: 'submission-1' },
  createdAt: 100,
  attempts: 0,
  lastError: null,
  doneAt: null,
  ...is,
})
export const aResult = (is: Partial<RoundResult> = {}): RoundResult => ({
  id: `${is.roundId ?? ROUND}:${is.playerId ?? ANNA}`,
  roundId: ROUND,
  tournamentId: EVENING,
  playerId: ANNA,
  observations: [{ solved: true, minutes: 6 }, null],
  outcome: { gain: 0.31 },
  flagged: false,
  flagState: 'none',
  ...is,
})
export const aSnapshot = (is: Partial<ModelSnapshot> = {}): ModelSnapshot => ({
  id: ROUND,
  position: 1,
  state: { players: { [ANNA]: { level: 0.5 } } },
  problems: { [LEAP]: { difficulty: -1 } },
  at: 300,
  ...is,
})
export const anAward = (is: Partial<Award> = {}): Award => ({
  id: 'award-1',
  tournamentId: EVENING,
  roundId: ROUND,
  seasonId: null,
  kind: 'best-round',
  headline: false,
  position: 1,
  winners: [{ playerId: ANNA, reason: { code: 'gain' }, figures: { gain: 31 } }],
  publishedAt: null,
  revealedAt: null,
  ...is,
})
export const aHappening = (is: Partial<Happening> = {}): Happening => ({
  id: 'happening-1',
  tournamentId: EVENING,
  roundId: ROUND,
  code: 'first-star',
  params: { name: 'Anna' },
  at: 110,
  ...is,
})
export const aQuestion = (is: Partial<Question> = {}): Question => ({
  id: 'question-1',
  tournamentId: EVENING,
  entryId: ANNA_HERE,
  problemId: LEAP,
  text: 'Does the year 1900 count?',
  askedAt: 120,
  answer: null,
  answeredAt: null,
  toAll: false,
  ...is,
})
export const aHelpCall = (is: Partial<HelpCall> = {}): HelpCall => ({
  id: 'call-1',
  tournamentId: EVENING,
  entryId: ANNA_HERE,
  problemId: LEAP,
  place: 'by the window',
  askedAt: 130,
  takenBy: null,
  takenAt: null,
  closedAt: null,
  outcome: null,
  ...is,
})
export const aBadge = (is: Partial<Badge> = {}): Badge => ({
  id: 'badge-1',
  source: `first-mark:${ANNA}`,
  achievementId: 'first-mark',
  playerId: ANNA,
  tournamentId: EVENING,
  roundId: ROUND,
  seasonId: null,
  reason: null,
  statusIndex: 0,
  jws: 'header.payload.signature',
  issuedAt: 400,
  revokedAt: null,
  revokedReason: null,
  seenAt: null,
  ...is,
})
export const aHostAchievement = (is: Partial<HostAchievement> = {}): HostAchievement => ({
  id: 'achievement-1',
  tournamentId: EVENING,
  name: 'Helping hand',
  sentence: 'Explained a puzzle to a neighbour.',
  hostUserId: 'user-host',
  createdAt: 390,
  ...is,
})
export const aLink = (is: Partial<Link> = {}): Link => ({
  id: BEN,
  into: ANNA,
  moved: { entries: [BEN_HERE], merged: [], parked: [], badgeIds: [], awardIds: [] },
  hostUserId: 'user-host',
  at: 500,
  ...is,
})
export const aDraftPuzzle = (is: Partial<PuzzleDraft> = {}): PuzzleDraft => ({
  problemId: LEAP,
  name: 'Leap year',
  names: { es: 'Año bisiesto' },
  level: 1,
  minutes: 4,
  topics: ['conditions'],
  languages: ['python'],
  kind: 'function',
  function: { name: 'leap', params: [{ name: 'year', type: 'int' }], returns: 'bool' },
  limits: { timeMs: 2000, memoryMb: 128, outputKb: 64 },
  checker: 'exact',
  author: 'Anna',
  licence: 'CC-BY-4.0',
  statement: { en: 'Is it a leap year?' },
  hints: {},
  walkthrough: {},
  examples: [{ args: ['1996'], expected: 'true', note: '', notes: {} }],
  hidden: [],
  skeletons: {},
  submissions: [],
  parsons: {},
  ...is,
})
export const aContribution = (is: Partial<Contribution> = {}): Contribution => ({
  id: 'contribution-1' as ContributionId,
  problemId: LEAP,
  name: 'Leap year',
  level: 1,
  draft: aDraftPuzzle(),
  edition: 1,
  status: 'draft',
  since: 600,
  queuedAt: null,
  authorUserId: 'user-host',
  authorName: 'host',
  createdAt: 600,
  report: null,
  reason: null,
  history: [{ status: 'draft', at: 600, by: 'host' }],
  revision: 0,
  mends: null,
  ...is,
})
export const anAuditLine = (is: Partial<AuditRow> = {}): AuditRow => ({
  id: 'line-1',
  at: 600,
  userId: 'user-host',
  who: 'Mira',
  role: 'host',
  action: 'round:extend',
  outcome: 'ok',
  tournamentId: EVENING,
  roundId: ROUND,
  entryId: null,
  playerId: null,
  params: { tournament: 'Club evening', round: 'Warming up', count: 5 },
  ...is,
})
export const aSetting = (is: Partial<Setting> = {}): Setting => ({ id: 'greeting', value: { text: 'hello' }, ...is })

/** Changes that insert rows: `inserts({ players: [aPlayer()] })`, table by table. */
export function inserts(rows: { [T in TableName]?: Tables[T][] }): Change[] {
  return Object.entries(rows).flatMap(([table, list]) =>
    list.map((row) => ({ do: 'insert', table, row }) as unknown as Change),
  )
}

export const nothingExpected: Expected = {}

/** An evening with Anna and Ben in its first round. */
export const anEvening = (): Change[] =>
  inserts({
    players: [aPlayer(), aPlayer({ id: BEN, name: 'Ben' })],
    tournaments: [aTournament()],
    rounds: [aRound()],
    entries: [anEntry(), anEntry({ id: BEN_HERE, playerId: BEN, name: 'Ben', joinedAt: 6 })],
  })
