import { ok } from '../../protocol/result.ts'
import type { Handlers } from '../handler.ts'

/** What a host does to the machine itself. */
export const house: Handlers<'judge:restart'> = {
  /** What is being judged is finished first; what waits goes to the new workers. */
  async 'judge:restart'({ judge }) {
    await judge.restartWorkers()
    return ok({})
  },
}
