import type Database from 'better-sqlite3'
import { and, asc, eq, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { ProblemId } from '../protocol/ids.ts'
import {
  drafts,
  effects,
  entries,
  hintsTaken,
  openings,
  links,
  practiceSolves,
  rounds,
  submissions,
  tournaments,
} from './schema.ts'
import type { Store } from './store.ts'
import { arrival, given } from './tables.ts'

type Reads = Pick<
  Store,
  | 'round'
  | 'roundsOf'
  | 'roundsUnderWay'
  | 'publishedProblems'
  | 'secretProblems'
  | 'openings'
  | 'hintsTaken'
  | 'drafts'
  | 'submission'
  | 'submissions'
  | 'submissionOutlines'
  | 'unjudged'
  | 'solvedCounts'
  | 'starsLit'
  | 'solvedBy'
  | 'practisedBy'
  | 'pendingEffects'
>
type Outline = Awaited<ReturnType<Store['submissionOutlines']>>[number]
type Where = ReturnType<typeof and>

/** Rounds, what players did in them, and what is still to be done about it. */
export function prepareReadsOfRounds(db: BetterSQLite3Database, sqlite: Database.Database): Reads {
  const round = db
    .select()
    .from(rounds)
    .where(eq(rounds.id, given('id')))
    .prepare()
  const roundsOf = db
    .select()
    .from(rounds)
    .where(eq(rounds.tournamentId, given('id')))
    .orderBy(asc(rounds.position), arrival)
    .prepare()
  const goingOn = inArray(rounds.status, ['countdown', 'running', 'paused'])
  const unrated = and(eq(rounds.status, 'ended'), isNull(rounds.ratedAt))
  const roundsUnderWay = db
    .select()
    .from(rounds)
    .where(or(goingOn, unrated))
    .orderBy(asc(rounds.startsAt), arrival)
    .prepare()
  const publishedProblems = db
    .selectDistinct({ id: sql<ProblemId>`problem.value` })
    .from(sql`${rounds}, json_each(${rounds.problemIds}) as problem`)
    .where(eq(rounds.status, 'published'))
    .prepare()
  const secretProblems = db
    .selectDistinct({ id: sql<ProblemId>`problem.value` })
    .from(sql`${rounds}, ${tournaments}, json_each(${rounds.problemIds}) as problem`)
    .where(and(eq(tournaments.id, rounds.tournamentId), eq(tournaments.status, 'open'), ne(rounds.status, 'published')))
    .prepare()

  const inRound = (table: typeof openings | typeof hintsTaken | typeof drafts | typeof submissions) =>
    eq(table.roundId, given('roundId'))
  const byEntry = (table: typeof openings | typeof hintsTaken | typeof drafts | typeof submissions) =>
    and(inRound(table), eq(table.entryId, given('entryId')))

  const openingsWhere = (where: Where) =>
    db.select().from(openings).where(where).orderBy(asc(openings.at), arrival).prepare()
  const openingsInRound = openingsWhere(inRound(openings))
  const openingsByEntry = openingsWhere(byEntry(openings))
  const hintsWhere = (where: Where) =>
    db.select().from(hintsTaken).where(where).orderBy(asc(hintsTaken.at), arrival).prepare()
  const hintsInRound = hintsWhere(inRound(hintsTaken))
  const hintsByEntry = hintsWhere(byEntry(hintsTaken))
  const draftsByEntry = db.select().from(drafts).where(byEntry(drafts)).orderBy(asc(drafts.savedAt), arrival).prepare()

  const submissionsWhere = (where: Where) =>
    db.select().from(submissions).where(where).orderBy(asc(submissions.receivedAt), arrival).prepare()
  const submission = submissionsWhere(eq(submissions.id, given('id')))
  const submissionsInRound = submissionsWhere(inRound(submissions))
  const submissionsByEntry = submissionsWhere(byEntry(submissions))
  const unjudged = submissionsWhere(isNull(submissions.judgedAt))
  const outlinesInRound = prepareOutlines(sqlite, 'round_id = :roundId')
  const outlinesByEntry = prepareOutlines(sqlite, 'round_id = :roundId and entry_id = :entryId')

  // `verdict = 'AC'` stands as a literal: with a parameter SQLite could not use the partial index.
  const accepted = sql`${submissions.verdict} = 'AC'`
  const stillHere = eq(entries.removed, false)
  const players = sql<number>`count(distinct ${submissions.entryId})`
  const solvedCounts = db
    .select({ problemId: submissions.problemId, players })
    .from(submissions)
    .innerJoin(entries, eq(entries.id, submissions.entryId))
    .where(and(inRound(submissions), accepted, stillHere))
    .groupBy(submissions.problemId)
    .prepare()
  const starsPerPuzzle = db
    .select({ lit: players.as('lit') })
    .from(rounds)
    .innerJoin(submissions, eq(submissions.roundId, rounds.id))
    .innerJoin(entries, eq(entries.id, submissions.entryId))
    .where(and(eq(rounds.tournamentId, given('id')), accepted, stillHere))
    .groupBy(submissions.roundId, submissions.problemId)
    .as('stars_per_puzzle')
  const starsLit = db
    .select({ lit: sql<number>`coalesce(sum(${starsPerPuzzle.lit}), 0)` })
    .from(starsPerPuzzle)
    .prepare()
  const solvedBy = db
    .selectDistinct({ problemId: submissions.problemId })
    .from(entries)
    .innerJoin(submissions, eq(submissions.entryId, entries.id))
    .where(and(eq(entries.playerId, given('id')), accepted, lt(submissions.receivedAt, given('before'))))
    .prepare()
  // Practice stays with the account it was done under; whoever was linked to somebody is them.
  const oneself = sql`(with recursive who(id) as (select ${given('id')} union select ${links.id} from ${links} join who on ${links.into} = who.id) select id from who)`
  const practisedBy = db
    .select({ problemId: practiceSolves.problemId, at: practiceSolves.at })
    .from(practiceSolves)
    .where(and(sql`${practiceSolves.playerId} in ${oneself}`, lt(practiceSolves.at, given('before'))))
    .orderBy(asc(practiceSolves.at), arrival)
    .prepare()

  const pendingEffects = db
    .select()
    .from(effects)
    .where(isNull(effects.doneAt))
    .orderBy(asc(effects.createdAt), arrival)
    .prepare()

  return {
    round: async (id) => round.get({ id }) ?? null,
    roundsOf: async (id) => roundsOf.all({ id }),
    roundsUnderWay: async () => roundsUnderWay.all(),
    publishedProblems: async () => new Set(publishedProblems.all().map((row) => row.id)),
    secretProblems: async () => new Set(secretProblems.all().map((row) => row.id)),
    openings: async (roundId, entryId) =>
      entryId ? openingsByEntry.all({ roundId, entryId }) : openingsInRound.all({ roundId }),
    hintsTaken: async (roundId, entryId) =>
      entryId ? hintsByEntry.all({ roundId, entryId }) : hintsInRound.all({ roundId }),
    drafts: async (roundId, entryId) => draftsByEntry.all({ roundId, entryId }),
    submission: async (id) => submission.get({ id }) ?? null,
    submissions: async (roundId, entryId) =>
      entryId ? submissionsByEntry.all({ roundId, entryId }) : submissionsInRound.all({ roundId }),
    submissionOutlines: async (roundId, entryId) =>
      entryId ? outlinesByEntry({ roundId, entryId }) : outlinesInRound({ roundId }),
    unjudged: async () => unjudged.all(),
    solvedCounts: async (roundId) =>
      new Map(solvedCounts.all({ roundId }).map((row) => [row.problemId, row.players] as const)),
    starsLit: async (id) => starsLit.get({ id })?.lit ?? 0,
    practisedBy: async (id) => practisedBy.all({ id, before: Number.MAX_SAFE_INTEGER }),
    solvedBy: async (id, before = Number.MAX_SAFE_INTEGER) =>
      new Set([...solvedBy.all({ id, before }), ...practisedBy.all({ id, before })].map((row) => row.problemId)),
    pendingEffects: async () => pendingEffects.all(),
  }
}

/** By hand: a round's outlines are the longest list there is, and drizzle takes twice as long to map it. */
function prepareOutlines(sqlite: Database.Database, where: string) {
  const statement = sqlite.prepare<unknown[], Omit<Outline, 'pasted'> & { pasted: number }>(
    `select id, round_id as roundId, entry_id as entryId, problem_id as problemId, language, pasted,
            received_at as receivedAt, verdict, judged_at as judgedAt
       from submissions where ${where} order by received_at, rowid`,
  )
  return (values: Record<string, string>): Outline[] => {
    const rows = statement.all(values)
    return rows.map((row) => Object.assign(row, { pasted: row.pasted === 1 }))
  }
}
