import { asc, eq, max } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { drafts, helpCalls, questions } from './schema.ts'
import type { Store } from './store.ts'
import { arrival, given } from './tables.ts'

type Reads = Pick<Store, 'question' | 'questionsOf' | 'helpCall' | 'helpCallsOf' | 'lastSaved'>

/** What people ask for in a room, and when they were last heard of. */
export function prepareReadsOfRoom(db: BetterSQLite3Database): Reads {
  const question = db
    .select()
    .from(questions)
    .where(eq(questions.id, given('id')))
    .prepare()
  const questionsOf = db
    .select()
    .from(questions)
    .where(eq(questions.tournamentId, given('id')))
    .orderBy(asc(questions.askedAt), arrival)
    .prepare()
  const helpCall = db
    .select()
    .from(helpCalls)
    .where(eq(helpCalls.id, given('id')))
    .prepare()
  const helpCallsOf = db
    .select()
    .from(helpCalls)
    .where(eq(helpCalls.tournamentId, given('id')))
    .orderBy(asc(helpCalls.askedAt), arrival)
    .prepare()
  const lastSaved = db
    .select({ entryId: drafts.entryId, at: max(drafts.savedAt) })
    .from(drafts)
    .where(eq(drafts.roundId, given('id')))
    .groupBy(drafts.entryId)
    .prepare()
  return {
    question: async (id) => question.get({ id }) ?? null,
    questionsOf: async (id) => questionsOf.all({ id }),
    helpCall: async (id) => helpCall.get({ id }) ?? null,
    helpCallsOf: async (id) => helpCallsOf.all({ id }),
    lastSaved: async (id) => new Map(lastSaved.all({ id }).map(({ entryId, at }) => [entryId, at ?? 0])),
  }
}
