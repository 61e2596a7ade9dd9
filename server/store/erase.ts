import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { PlayerId } from '../protocol/ids.ts'
import { user } from './auth-schema.ts'
import {
  audit,
  badges,
  drafts,
  entries,
  happenings,
  helpCalls,
  links,
  players,
  questions,
  rejudgements,
  submissions,
  tournaments,
} from './schema.ts'

/** Takes a person out, in one transaction; see `Store.erasePlayer`. */
export function erasePlayer(db: BetterSQLite3Database, id: PlayerId): void {
  db.transaction((tx) => eraseOne(tx, id), { behavior: 'immediate' })
}

type Transaction = Parameters<Parameters<BetterSQLite3Database['transaction']>[0]>[0]

function eraseOne(tx: Transaction, id: PlayerId): void {
  const player = tx.select().from(players).where(eq(players.id, id)).get()
  if (!player) return
  const joined = tx.select().from(entries).where(eq(entries.playerId, id)).all()
  for (const entry of joined) {
    const theirs = eq(submissions.entryId, entry.id)
    tx.delete(drafts).where(eq(drafts.entryId, entry.id)).run()
    tx.delete(questions).where(eq(questions.entryId, entry.id)).run()
    tx.delete(helpCalls).where(eq(helpCalls.entryId, entry.id)).run()
    tx.delete(submissions)
      .where(and(theirs, isNull(submissions.judgedAt)))
      .run()
    const own = tx.select({ id: submissions.id }).from(submissions).where(theirs)
    tx.delete(rejudgements).where(inArray(rejudgements.submissionId, own)).run()
    // What the code printed and raised is the person's as much as the code.
    tx.update(submissions)
      .set({
        source: '',
        judgement: sql`json_remove(json_set(${submissions.judgement}, '$.runs', json('[]'), '$.printed', ''), '$.error')`,
      })
      .where(theirs)
      .run()
    // The wall's events call people by their name.
    for (const happening of tx.select().from(happenings).where(eq(happenings.tournamentId, entry.tournamentId)).all())
      if (Object.values(happening.params).some((value) => value === entry.name || value === player.name))
        tx.delete(happenings).where(eq(happenings.id, happening.id)).run()
    tx.update(entries)
      .set({ name: '', nameKey: '', nameApproved: false, removed: true, revision: entry.revision + 1 })
      .where(eq(entries.id, entry.id))
      .run()
    tx.update(tournaments)
      .set({ revision: sql`${tournaments.revision} + 1` })
      .where(eq(tournaments.id, entry.tournamentId))
      .run()
  }
  tx.update(players)
    .set({ userId: null, name: '', accountName: null, accountNameKey: null })
    .where(eq(players.id, id))
    .run()
  tx.update(badges).set({ jws: null }).where(eq(badges.playerId, id)).run()
  // Whoever was said to be the same person goes, too.
  const same = tx.select().from(links).where(eq(links.into, id)).all()
  tx.delete(links)
    .where(or(eq(links.into, id), eq(links.id, id)))
    .run()
  for (const { id: other } of same) eraseOne(tx, other)
  // What they did as a helper was done by somebody.
  if (player.userId) tx.update(audit).set({ userId: null, who: '' }).where(eq(audit.userId, player.userId)).run()
  // Sessions and passphrase go with the user.
  if (player.userId) tx.delete(user).where(eq(user.id, player.userId)).run()
}
