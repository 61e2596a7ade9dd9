import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { nameKey } from '../protocol/names.ts'
import { entries, links, players, practiceSolves, settings, tournaments } from './schema.ts'
import type { Player } from './records.ts'
import type { Store } from './store.ts'
import { arrival, ENTRY, given, PLAYER } from './tables.ts'

type Reads = Pick<
  Store,
  | 'player'
  | 'playerOfUser'
  | 'playerByAccountName'
  | 'players'
  | 'playersCalled'
  | 'playersUnseenSince'
  | 'link'
  | 'links'
  | 'tournament'
  | 'tournamentByCode'
  | 'tournaments'
  | 'entry'
  | 'entryOf'
  | 'entriesOf'
  | 'entriesOfPlayer'
  | 'setting'
>

/** Players, tournaments, and who is in which; and settings. */
export function prepareReadsOfPeople(db: BetterSQLite3Database): Reads {
  const playerBy = (is: ReturnType<typeof eq>) => db.select(PLAYER).from(players).where(is).prepare()
  const player = playerBy(eq(players.id, given('id')))
  const playerOfUser = playerBy(eq(players.userId, given('id')))
  const playerByAccountName = playerBy(eq(players.accountNameKey, given('key')))
  // One list as JSON, so that any number of ids is one statement.
  const playersIn = playerBy(sql`${players.id} in (select value from json_each(${given('ids')}))`)

  const hasPart = sql`exists (select 1 from json_each(${given('keys')}) where instr(${entries.nameKey}, value) > 0)`
  const calledLike = db
    .select({
      player: PLAYER,
      names: sql<string>`json_group_array(distinct ${entries.name})`,
      tournaments: sql<number>`count(distinct ${entries.tournamentId})`,
      lastJoinedAt: sql<number>`max(${entries.joinedAt})`,
    })
    .from(players)
    .innerJoin(entries, eq(entries.playerId, players.id))
    .leftJoin(links, eq(links.id, players.id))
    .where(and(isNull(links.id), isNotNull(players.userId)))
    .groupBy(players.id)
    .having(sql`max(${hasPart})`)
    .orderBy(sql`max(${entries.joinedAt}) desc`)
    .limit(given('limit'))
    .prepare()
  const unseen = db
    .select({ id: players.id })
    .from(players)
    .where(
      and(
        isNotNull(players.userId),
        isNull(players.accountName),
        sql`${players.createdAt} < ${given('before')}`,
        sql`not exists (select 1 from ${entries} where ${entries.playerId} = ${players.id} and ${entries.joinedAt} >= ${given('before')})`,
        sql`not exists (select 1 from ${practiceSolves} where ${practiceSolves.playerId} = ${players.id} and ${practiceSolves.at} >= ${given('before')})`,
        // Linked ones go with the one who stays, who stays for as long as any of them was kept.
        sql`not exists (select 1 from ${links} where ${links.id} = ${players.id})`,
        sql`not exists (select 1 from ${links} join ${players} as same on same.id = ${links.id} where ${links.into} = ${players.id} and same.account_name is not null)`,
      ),
    )
    .limit(given('limit'))
    .prepare()
  const link = db
    .select()
    .from(links)
    .where(eq(links.id, given('id')))
    .prepare()
  const newestLinks = db.select().from(links).orderBy(desc(links.at), desc(arrival)).prepare()
  /** Follows links to the one that stays; a link never leads back. */
  const whoStays = (found: Player | undefined): Player | null => {
    const next = found && link.get({ id: found.id })
    return next ? whoStays(player.get({ id: next.into })) : (found ?? null)
  }

  const tournamentBy = (is: ReturnType<typeof eq>) => db.select().from(tournaments).where(is).prepare()
  const tournament = tournamentBy(eq(tournaments.id, given('id')))
  const tournamentByCode = tournamentBy(eq(tournaments.code, given('code')))
  const newestTournaments = db.select().from(tournaments).orderBy(desc(tournaments.createdAt), desc(arrival)).prepare()

  const entriesBy = (is: ReturnType<typeof and>) =>
    db.select(ENTRY).from(entries).where(is).orderBy(asc(entries.joinedAt), arrival).prepare()
  const entry = entriesBy(eq(entries.id, given('id')))
  const inTournament = eq(entries.tournamentId, given('tournamentId'))
  const ofPlayer = eq(entries.playerId, given('playerId'))
  const entryOf = entriesBy(and(inTournament, ofPlayer))
  const entriesOf = entriesBy(inTournament)
  const entriesOfPlayer = entriesBy(ofPlayer)

  const setting = db
    .select()
    .from(settings)
    .where(eq(settings.id, given('id')))
    .prepare()

  return {
    player: async (id) => player.get({ id }) ?? null,
    playerOfUser: async (id) => whoStays(playerOfUser.get({ id })),
    playerByAccountName: async (name) => playerByAccountName.get({ key: nameKey(name) }) ?? null,
    players: async (ids) => playersIn.all({ ids: JSON.stringify(ids) }),
    playersCalled: async (parts, limit) =>
      calledLike
        .all({ keys: JSON.stringify(parts.map(nameKey)), limit })
        .map((row) => ({ ...row, names: JSON.parse(row.names) as string[] })),
    playersUnseenSince: async (before, limit) => unseen.all({ before, limit }).map(({ id }) => id),
    link: async (id) => link.get({ id }) ?? null,
    links: async () => newestLinks.all(),
    tournament: async (id) => tournament.get({ id }) ?? null,
    tournamentByCode: async (code) => tournamentByCode.get({ code }) ?? null,
    tournaments: async () => newestTournaments.all(),
    entry: async (id) => entry.get({ id }) ?? null,
    entryOf: async (tournamentId, playerId) => entryOf.get({ tournamentId, playerId }) ?? null,
    entriesOf: async (tournamentId) => entriesOf.all({ tournamentId }),
    entriesOfPlayer: async (playerId) => entriesOfPlayer.all({ playerId }),
    setting: async (id) => setting.get({ id }) ?? null,
  }
}
