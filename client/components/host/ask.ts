import { live } from '../../live.svelte.ts'
import { notices } from '../../notices.svelte.ts'
import { refusalText } from '../../refusal.ts'
import type { CommandName, PayloadInput, Reply } from '../../../server/protocol/commands.ts'

/** Asks the server for something; a refusal is shown and said, and answered with null. */
export async function ask<C extends CommandName>(command: C, payload: PayloadInput<C>): Promise<Reply<C> | null> {
  const answer = await live.send(command, payload)
  if (answer.ok) return answer.value
  notices.show(refusalText(answer.refusal), 'warn')
  return null
}
