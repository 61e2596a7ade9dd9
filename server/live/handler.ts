import type { CommandName, Payload, Reply } from '../protocol/commands.ts'
import type { Refusal } from '../protocol/refusals.ts'
import type { Result } from '../protocol/result.ts'
import type { Actor } from './actor.ts'
import type { Director } from './director.ts'
import type { Parts } from './parts.ts'
import type { Model } from './rating/model.ts'

/** What a handler works with. */
export type Context = Parts & { director: Director; model: Model }

/** Answers one command of an actor who may give it. */
export type Handler<C extends CommandName> = (
  context: Context,
  actor: Actor,
  payload: Payload<C>,
) => Promise<Result<Reply<C>, Refusal>>

export type Handlers<C extends CommandName> = { [K in C]: Handler<K> }
/** One for each command of a file in protocol/commands/. */
export type HandlersOf<Commands> = Handlers<keyof Commands & CommandName>
