import type { CommandName } from '../../protocol/commands.ts'
import type { TournamentId } from '../../protocol/ids.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import { ok, type Result } from '../../protocol/result.ts'
import type { AuditRow } from '../../store/records.ts'
import type { Change, Store } from '../../store/store.ts'
import { staffIn, type Actor } from '../actor.ts'
import type { Director } from '../director.ts'
import type { Parts } from '../parts.ts'
import { actionOf, countOf, type Told } from './kept.ts'

/** Who did something and what it was about; the rest of a line follows from it. */
export type Note = Pick<AuditRow, 'action' | 'outcome' | 'who' | 'userId' | 'role'> &
  Partial<Pick<AuditRow, 'tournamentId' | 'roundId' | 'entryId' | 'playerId' | 'params'>>

/** A command that is under way, and the line that it will leave. */
export type Noted = {
  /** Whose first commit carries the line: what was done and that it was done are on disk together. */
  director: Director
  /** Writes the line where no commit has: nothing was changed, or nothing that a commit changes. */
  end(outcome: AuditRow['outcome']): Promise<void>
}

/** What hosts and helpers do leaves a line, for the owner. */
export type Audit = {
  /** Null where nothing is kept: the command only looks, or it is neither a host nor a helper who gives it. */
  begin(command: CommandName, actor: Actor, payload: unknown): Promise<Noted | null>
  /** What goes over HTTP. Never rejects: what was done was done. */
  note(note: Note): Promise<void>
}

export function createAudit(parts: Pick<Parts, 'store' | 'clock' | 'newId' | 'log'> & { director: Director }): Audit {
  const { store, clock, newId, log, director } = parts

  const rowOf = (note: Note): AuditRow => ({
    ...{ id: newId(), at: clock.now(), tournamentId: null, roundId: null, entryId: null, playerId: null, params: {} },
    ...note,
  })
  async function write(row: AuditRow): Promise<void> {
    try {
      await store.commit({ expected: {}, changes: [{ do: 'insert', table: 'audit', row }] })
    } catch (error) {
      log({ level: 'error', message: 'a line of the audit trail was lost', action: row.action, error: String(error) })
    }
  }

  return {
    note: (note) => write(rowOf(note)),

    async begin(command, actor, payload) {
      const told = payload as Told
      const action = actionOf(command, told)
      if (!action || (!actor.host && !actor.player)) return null
      const about = await aboutOf(store, told)
      const who = await whoIs(store, actor, about.tournamentId)
      if (!who) return null
      const count = countOf(action, told)
      const params = { ...about.params, ...(count === null ? {} : { count }) }
      const row = rowOf({ action, outcome: 'ok', ...who, ...about, params })
      let written = false
      return {
        director: {
          async decide(attempt) {
            let carried = false
            const result = await director.decide(async () => {
              const decided = await attempt()
              carried = !written && decided.ok && decided.value.changes.length > 0
              if (!carried || !decided.ok) return decided
              const { changes } = decided.value
              const line: Change = { do: 'insert', table: 'audit', row: { ...row, ...madeBy(row, changes) } }
              return ok({ ...decided.value, changes: [...changes, line] })
            })
            if (result.ok && carried) written = true
            return result
          },
        },
        async end(outcome) {
          if (!written) await write({ ...row, outcome })
        },
      }
    },
  }
}

/** How a command ended, as a line says it. */
export const outcomeOf = (result: Result<unknown, Refusal>): AuditRow['outcome'] =>
  result.ok ? 'ok' : result.refusal.code

/** Whoever signed in, or is signed in. */
export const hostWho = (host: NonNullable<Actor['host']>) => ({ who: host.name, userId: host.userId, role: host.role })

/** [P3] Null: neither a host nor, in this tournament, a helper. */
async function whoIs(store: Store, actor: Actor, tournamentId: TournamentId | null) {
  if (actor.host) return hostWho(actor.host)
  const own = tournamentId && (await staffIn(store, actor, tournamentId))
  if (!own || !own.isStaff || !own.entry || !actor.player) return null
  return { who: own.entry.name, userId: actor.player.userId, role: 'helper' as const }
}

type About = Required<Pick<AuditRow, 'tournamentId' | 'roundId' | 'entryId' | 'playerId' | 'params'>>

const found = async <Id, Row>(read: (id: Id) => Promise<Row | null>, id: Id | null | undefined): Promise<Row | null> =>
  id === null || id === undefined ? null : read(id)

/** What a command is about, as it stands before it is done. */
async function aboutOf(store: Store, told: Told): Promise<About> {
  const asked = await found(store.question, told.questionId)
  const call = await found(store.helpCall, told.callId)
  const badge = await found(store.badge, told.badgeId)
  const again = await found(store.rejudging, told.rejudgingId)
  const written = await found(store.contribution, told.contributionId)
  const entry = await found(store.entry, asked?.entryId ?? call?.entryId ?? told.entryId)
  const round = await found(store.round, told.roundId ?? again?.roundId)
  const named = round ?? entry ?? asked ?? call ?? badge
  const tournament = await found(store.tournament, told.tournamentId ?? named?.tournamentId)
  const puzzle = written?.name ?? told.problemId ?? again?.problemId
  return {
    tournamentId: tournament?.id ?? null,
    roundId: round?.id ?? null,
    entryId: entry?.id ?? null,
    playerId: told.playerId ?? told.into ?? badge?.playerId ?? null,
    params: {
      ...(puzzle === undefined ? {} : { puzzle }),
      ...(tournament ? { tournament: tournament.name } : {}),
      ...(round ? { round: round.name } : {}),
    },
  }
}

/** A line about what came into being with it. */
function madeBy({ params }: AuditRow, changes: readonly Change[]): Partial<AuditRow> {
  for (const change of changes) {
    if (change.do !== 'insert') continue
    if (change.table === 'tournaments')
      return { tournamentId: change.row.id, params: { ...params, tournament: change.row.name } }
    if (change.table === 'rounds') return { roundId: change.row.id, params: { ...params, round: change.row.name } }
  }
  return {}
}
