import { and, asc, desc, eq, exists, inArray, isNull, or, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { PlayerId, ProblemId, TournamentId } from '../protocol/ids.ts'
import { nameKey } from '../protocol/names.ts'
import * as t from './schema.ts'
import type { Store } from './store.ts'
import { ENTRY, OUTLINE, PLAYER } from './tables.ts'

const given = sql.placeholder
/** Rows of the same millisecond stay in the order in which they were written. */
const arrival = sql`rowid`

/** Every read of the store but `close`; the statements are prepared once. */
export function prepareReads(db: BetterSQLite3Database): Omit<Store, 'commit' | 'erasePlayer' | 'close'> {
  const player = db
    .select(PLAYER)
    .from(t.players)
    .where(eq(t.players.id, given('id')))
    .prepare()
  const playerOfUser = db
    .select(PLAYER)
    .from(t.players)
    .where(eq(t.players.userId, given('id')))
    .prepare()
  const playerByAccountName = db
    .select(PLAYER)
    .from(t.players)
    .where(eq(t.players.accountNameKey, given('key')))
    .prepare()
  // One list as JSON, so that any number of ids is one statement.
  const players = db
    .select(PLAYER)
    .from(t.players)
    .where(sql`${t.players.id} in (select value from json_each(${given('ids')}))`)
    .prepare()

  const tournament = db
    .select()
    .from(t.tournaments)
    .where(eq(t.tournaments.id, given('id')))
    .prepare()
  const tournamentByCode = db
    .select()
    .from(t.tournaments)
    .where(eq(t.tournaments.code, given('code')))
    .prepare()
  const tournaments = db.select().from(t.tournaments).orderBy(desc(t.tournaments.createdAt), desc(arrival)).prepare()

  const round = db
    .select()
    .from(t.rounds)
    .where(eq(t.rounds.id, given('id')))
    .prepare()
  const roundsOf = db
    .select()
    .from(t.rounds)
    .where(eq(t.rounds.tournamentId, given('id')))
    .orderBy(asc(t.rounds.position), arrival)
    .prepare()
  const roundsUnderWay = db
    .select()
    .from(t.rounds)
    .where(
      or(
        inArray(t.rounds.status, ['countdown', 'running', 'paused']),
        and(eq(t.rounds.status, 'ended'), isNull(t.rounds.ratedAt)),
      ),
    )
    .orderBy(asc(t.rounds.startsAt), arrival)
    .prepare()
  const publishedProblems = db
    .selectDistinct({ id: sql<ProblemId>`problem.value` })
    .from(sql`${t.rounds}, json_each(${t.rounds.problemIds}) as problem`)
    .where(eq(t.rounds.status, 'published'))
    .prepare()

  const entry = db
    .select(ENTRY)
    .from(t.entries)
    .where(eq(t.entries.id, given('id')))
    .prepare()
  const entryOf = db
    .select(ENTRY)
    .from(t.entries)
    .where(and(eq(t.entries.tournamentId, given('tournamentId')), eq(t.entries.playerId, given('playerId'))))
    .prepare()
  const entriesBy = (column: typeof t.entries.tournamentId | typeof t.entries.playerId) =>
    db
      .select(ENTRY)
      .from(t.entries)
      .where(eq(column, given('id')))
      .orderBy(asc(t.entries.joinedAt), arrival)
      .prepare()
  const entriesOf = entriesBy(t.entries.tournamentId)
  const entriesOfPlayer = entriesBy(t.entries.playerId)

  const inRound = <T extends typeof t.openings | typeof t.hintsTaken | typeof t.drafts | typeof t.submissions>(
    table: T,
  ) => eq(table.roundId, given('roundId'))
  const byEntry = <T extends typeof t.openings | typeof t.hintsTaken | typeof t.drafts | typeof t.submissions>(
    table: T,
  ) => and(inRound(table), eq(table.entryId, given('entryId')))

  const openings = (where: ReturnType<typeof inRound>) =>
    db.select().from(t.openings).where(where).orderBy(asc(t.openings.at), arrival).prepare()
  const openingsInRound = openings(inRound(t.openings))
  const openingsByEntry = openings(byEntry(t.openings)!)
  const hints = (where: ReturnType<typeof inRound>) =>
    db.select().from(t.hintsTaken).where(where).orderBy(asc(t.hintsTaken.at), arrival).prepare()
  const hintsInRound = hints(inRound(t.hintsTaken))
  const hintsByEntry = hints(byEntry(t.hintsTaken)!)
  const drafts = db.select().from(t.drafts).where(byEntry(t.drafts)).orderBy(asc(t.drafts.savedAt), arrival).prepare()

  const submission = db
    .select()
    .from(t.submissions)
    .where(eq(t.submissions.id, given('id')))
    .prepare()
  const submissions = (where: ReturnType<typeof inRound>) =>
    db.select().from(t.submissions).where(where).orderBy(asc(t.submissions.receivedAt), arrival).prepare()
  const submissionsInRound = submissions(inRound(t.submissions))
  const submissionsByEntry = submissions(byEntry(t.submissions)!)
  const unjudged = submissions(isNull(t.submissions.judgedAt))
  const outlines = (where: ReturnType<typeof inRound>) =>
    db.select(OUTLINE).from(t.submissions).where(where).orderBy(asc(t.submissions.receivedAt), arrival).prepare()
  const outlinesInRound = outlines(inRound(t.submissions))
  const outlinesByEntry = outlines(byEntry(t.submissions)!)

  // `verdict = 'AC'` stands as a literal: with a parameter SQLite could not use the partial index.
  const accepted = sql`${t.submissions.verdict} = 'AC'`
  const present = eq(t.entries.removed, false)
  const stars = sql<number>`count(distinct ${t.submissions.entryId})`
  const solvedCounts = db
    .select({ problemId: t.submissions.problemId, players: stars })
    .from(t.submissions)
    .innerJoin(t.entries, eq(t.entries.id, t.submissions.entryId))
    .where(and(inRound(t.submissions), accepted, present))
    .groupBy(t.submissions.problemId)
    .prepare()
  const starsPerPuzzle = db
    .select({ lit: stars.as('lit') })
    .from(t.rounds)
    .innerJoin(t.submissions, eq(t.submissions.roundId, t.rounds.id))
    .innerJoin(t.entries, eq(t.entries.id, t.submissions.entryId))
    .where(and(eq(t.rounds.tournamentId, given('id')), accepted, present))
    .groupBy(t.submissions.roundId, t.submissions.problemId)
    .as('stars_per_puzzle')
  const starsLit = db
    .select({ lit: sql<number>`coalesce(sum(${starsPerPuzzle.lit}), 0)` })
    .from(starsPerPuzzle)
    .prepare()
  const solvedBy = db
    .selectDistinct({ problemId: t.submissions.problemId })
    .from(t.entries)
    .innerJoin(t.submissions, eq(t.submissions.entryId, t.entries.id))
    .where(and(eq(t.entries.playerId, given('id')), accepted))
    .prepare()

  const pendingEffects = db
    .select()
    .from(t.effects)
    .where(isNull(t.effects.doneAt))
    .orderBy(asc(t.effects.createdAt), arrival)
    .prepare()

  const results = (where: ReturnType<typeof inRound> | undefined) =>
    db
      .select({ result: t.roundResults })
      .from(t.roundResults)
      .innerJoin(t.rounds, eq(t.rounds.id, t.roundResults.roundId))
      .where(where)
      .orderBy(sql`${t.rounds.endedAt} is null`, asc(t.rounds.endedAt), asc(t.rounds.id), asc(t.roundResults.playerId))
      .prepare()
  const resultsOfRound = results(eq(t.roundResults.roundId, given('id')))
  const resultsOfTournament = results(eq(t.roundResults.tournamentId, given('id')))
  const resultsOfPlayer = results(eq(t.roundResults.playerId, given('id')))
  const allResults = results(undefined)

  const latestModel = db.select().from(t.modelSnapshots).orderBy(desc(t.modelSnapshots.position)).limit(1).prepare()
  const modelAfter = db
    .select()
    .from(t.modelSnapshots)
    .where(eq(t.modelSnapshots.id, given('id')))
    .prepare()

  const awardsOf = db
    .select()
    .from(t.awards)
    .where(eq(t.awards.tournamentId, given('id')))
    .orderBy(asc(t.awards.position), arrival)
    .prepare()
  const awardsOfPlayer = db
    .select()
    .from(t.awards)
    .where(
      exists(
        sql`(select 1 from json_each(${t.awards.winners}) where json_extract(value, '$.playerId') = ${given('id')})`,
      ),
    )
    .orderBy(sql`${t.awards.publishedAt} is null`, asc(t.awards.publishedAt), asc(t.awards.position), arrival)
    .prepare()
  const happenings = db
    .select()
    .from(t.happenings)
    .where(eq(t.happenings.tournamentId, given('id')))
    .orderBy(desc(t.happenings.at), desc(arrival))
    .limit(given('limit'))
    .prepare()

  const setting = db
    .select()
    .from(t.settings)
    .where(eq(t.settings.id, given('id')))
    .prepare()

  return {
    player: async (id) => player.get({ id }) ?? null,
    playerOfUser: async (id) => playerOfUser.get({ id }) ?? null,
    playerByAccountName: async (name) => playerByAccountName.get({ key: nameKey(name) }) ?? null,
    players: async (ids) => players.all({ ids: JSON.stringify(ids) }),
    tournament: async (id) => tournament.get({ id }) ?? null,
    tournamentByCode: async (code) => tournamentByCode.get({ code }) ?? null,
    tournaments: async () => tournaments.all(),
    round: async (id) => round.get({ id }) ?? null,
    roundsOf: async (id) => roundsOf.all({ id }),
    roundsUnderWay: async () => roundsUnderWay.all(),
    publishedProblems: async () => new Set(publishedProblems.all().map((row) => row.id)),
    entry: async (id) => entry.get({ id }) ?? null,
    entryOf: async (tournamentId: TournamentId, playerId: PlayerId) => entryOf.get({ tournamentId, playerId }) ?? null,
    entriesOf: async (id) => entriesOf.all({ id }),
    entriesOfPlayer: async (id) => entriesOfPlayer.all({ id }),
    openings: async (roundId, entryId) =>
      entryId ? openingsByEntry.all({ roundId, entryId }) : openingsInRound.all({ roundId }),
    hintsTaken: async (roundId, entryId) =>
      entryId ? hintsByEntry.all({ roundId, entryId }) : hintsInRound.all({ roundId }),
    drafts: async (roundId, entryId) => drafts.all({ roundId, entryId }),
    submission: async (id) => submission.get({ id }) ?? null,
    submissions: async (roundId, entryId) =>
      entryId ? submissionsByEntry.all({ roundId, entryId }) : submissionsInRound.all({ roundId }),
    submissionOutlines: async (roundId, entryId) =>
      entryId ? outlinesByEntry.all({ roundId, entryId }) : outlinesInRound.all({ roundId }),
    unjudged: async () => unjudged.all(),
    solvedCounts: async (roundId) =>
      new Map(solvedCounts.all({ roundId }).map((row) => [row.problemId, row.players] as const)),
    starsLit: async (id) => starsLit.get({ id })?.lit ?? 0,
    solvedBy: async (id) => new Set(solvedBy.all({ id }).map((row) => row.problemId)),
    pendingEffects: async () => pendingEffects.all(),
    roundResults: async (id) => resultsOfRound.all({ id }).map((row) => row.result),
    resultsOfTournament: async (id) => resultsOfTournament.all({ id }).map((row) => row.result),
    resultsOfPlayer: async (id) => resultsOfPlayer.all({ id }).map((row) => row.result),
    allResults: async () => allResults.all().map((row) => row.result),
    latestModel: async () => latestModel.get() ?? null,
    modelAfter: async (id) => modelAfter.get({ id }) ?? null,
    awardsOf: async (id) => awardsOf.all({ id }),
    awardsOfPlayer: async (id) => awardsOfPlayer.all({ id }),
    happenings: async (id, limit) => happenings.all({ id, limit }),
    setting: async (id) => setting.get({ id }) ?? null,
  }
}
