import { COMMANDS, type CommandName, type Reply } from '../protocol/commands.ts'
import { MAX_CONTRIBUTION_BYTES, MAX_MESSAGE_BYTES } from '../protocol/limits.ts'
import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { Role } from '../protocol/round.ts'
import { MAY_GIVE, mayGive } from '../tournament/permissions.ts'
import { rolesOf, type Actor } from './actor.ts'
import { outcomeOf, type Audit } from './audit/audit.ts'
import type { Context, Handler, Handlers } from './handler.ts'
import type { Load } from './load.ts'
import { limitOf, type RateLimits } from './rate-limits.ts'

/** Commands that need the socket itself are answered where the sockets are. */
export type SocketCommand =
  | 'tournament:watch'
  | 'tournament:unwatch'
  | 'series:page'
  | 'rehearsal:begin'
  | 'rehearsal:end'
  | 'rehearsal:visit'
  | 'rehearsal:wall'
export type AllHandlers = Handlers<Exclude<CommandName, SocketCommand>>

/** The one way a command goes: size, shape, permission, rate, handler, log. Never rejects. */
export type Dispatch = <C extends CommandName>(
  command: C,
  payload: unknown,
  actor: Actor,
  socketId: string,
  handler: Handler<C>,
) => Promise<Result<Reply<C>, Refusal>>

export function createDispatch(
  context: Context,
  limits: RateLimits,
  load: Pick<Load, 'shedding'>,
  audit: Pick<Audit, 'begin'>,
): Dispatch {
  const { log, measure } = context
  return async (command, payload, actor, socketId, handler) => {
    const startedAt = performance.now()
    const answer = await answerTo()
    const outcome = answer.ok ? 'ok' : answer.refusal.code
    const durationMs = Math.round(performance.now() - startedAt)
    measure.command(command, outcome, durationMs)
    log({
      level: answer.ok ? 'info' : answer.refusal.code === 'server-error' ? 'error' : 'warn',
      message: 'command',
      command,
      who: actor.host?.userId ?? actor.player?.playerId ?? 'spectator',
      ...{ outcome, durationMs },
    })
    return answer

    async function answerTo(): Promise<Result<Reply<typeof command>, Refusal>> {
      try {
        const may = permitted(command, actor)
        if (!may.ok) return may
        const within = await limits.take(limitOf(command), actor.player?.playerId ?? actor.host?.userId ?? socketId)
        if (!within.ok) return within
        if (command === 'code:try' && load.shedding === 'tries') {
          measure.shed('try')
          return refused(refusal('server-busy'))
        }
        const parsed = parse(command, payload)
        if (!parsed.ok) return parsed
        const noted = await audit.begin(command, actor, parsed.value)
        if (!noted) return await handler(context, actor, parsed.value)
        const result = await handler({ ...context, director: noted.director }, actor, parsed.value)
        await noted.end(outcomeOf(result))
        return result
      } catch (error) {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
        log({ level: 'error', message: 'a command failed', command, error: text })
        return refused(refusal(isStorageFault(error) ? 'server-busy' : 'server-error'))
      }
    }
  }
}

/** The database is held by somebody else, or the disk takes nothing: the same request works once that is over. */
const isStorageFault = (error: unknown): boolean =>
  error instanceof Error &&
  (/^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY)/.test('code' in error ? String(error.code) : '') ||
    isStorageFault(error.cause))

function permitted(command: CommandName, actor: Actor): Result<null, Refusal> {
  if (mayGive(command, rolesOf(actor))) return ok(null)
  // [P3] Whether a player is a helper is a matter of the tournament: the handler asks (`staffIn`).
  if (actor.player && mayGive(command, ['helper'])) return ok(null)
  const who = MAY_GIVE[command]
  if (who.some((role) => role === 'host' || role === 'owner') && !actor.host) return refused(refusal('not-signed-in'))
  return who.includes('player') ? refused(refusal('not-joined')) : refused(refusal('not-allowed', { who: plain(who) }))
}
const plain = (roles: readonly Role[]) => roles.join(', ')

function parse<C extends CommandName>(command: C, payload: unknown) {
  const most = command.startsWith('contribution:') ? MAX_CONTRIBUTION_BYTES : MAX_MESSAGE_BYTES
  if (sizeOf(payload) > most) return refused(refusal('too-large'))
  const parsed = COMMANDS[command].safeParse(payload)
  if (parsed.success) return ok(parsed.data as Parameters<Handler<C>>[2])
  const issue = parsed.error.issues[0]
  if (command.startsWith('entry:rename') && issue?.path[0] === 'name') return refused(refusal('name-unusable'))
  const detail = issue ? `${issue.path.join('.') || 'payload'}: ${issue.message}` : 'payload'
  return refused(refusal('bad-request', { detail: detail.slice(0, 200) }))
}

/** Characters of text in a payload, near enough to bytes for a bound; deep nesting counts as too large. */
function sizeOf(value: unknown, depth = 0): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 8
  if (depth > 6) return Infinity
  if (ArrayBuffer.isView(value)) return Infinity
  return Object.entries(value).reduce((sum, [key, item]) => sum + key.length + sizeOf(item, depth + 1), 0)
}
