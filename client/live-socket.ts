import { io } from 'socket.io-client'
import { unreachable, type ClientRefusal } from './refusal.ts'
import type { CommandName, PayloadInput, Reply } from '../server/protocol/commands.ts'
import type { Result } from '../server/protocol/result.ts'

/** The part of a socket.io client that the pages need; the tests bring one of their own. */
export type LiveSocket = {
  connected: boolean
  /** Whether it goes on trying by itself; not after the server closed the connection or refused it. */
  active: boolean
  connect(): unknown
  disconnect(): unknown
  on(event: string, heard: (...args: never[]) => void): unknown
  timeout(ms: number): { emitWithAck(event: string, payload: unknown): Promise<unknown> }
}

const ANSWER_WITHIN_MS = 10_000
/** Code waits for its turn behind everybody's, and behind one's own; a lost connection is noticed all the same. */
const VERDICT_WITHIN_MS = 60_000
const RUNS_CODE: CommandName[] = [
  'code:try',
  'preview:submit',
  'rehearsal:judge',
  'contribution:judge',
  'contribution:fill',
]

/** A socket to the server that the page came from, not connected yet. */
export const openSocket = (): LiveSocket =>
  io({
    autoConnect: false,
    // A web socket at once saves a round trip; networks that let none through get the older way.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelayMax: 4000,
    withCredentials: true,
  })

/** Sends a command and waits for its answer. None in time is `unreachable`; it may have happened all the same. */
export async function answerOver<C extends CommandName>(
  socket: LiveSocket,
  command: C,
  payload: PayloadInput<C>,
): Promise<Result<Reply<C>, ClientRefusal>> {
  const withinMs = RUNS_CODE.includes(command) ? VERDICT_WITHIN_MS : ANSWER_WITHIN_MS
  try {
    return (await socket.timeout(withinMs).emitWithAck(command, payload)) as Result<Reply<C>, ClientRefusal>
  } catch {
    return { ok: false, refusal: unreachable }
  }
}
