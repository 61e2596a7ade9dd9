import type { houseCommands } from '../../protocol/commands/house.ts'
import { ok } from '../../protocol/result.ts'
import type { HandlersOf } from '../handler.ts'

/** What a host does to the machine itself. */
export const house: HandlersOf<typeof houseCommands> = {
  /** What is being judged is finished first; what waits goes to the new workers. */
  async 'judge:restart'({ judge }) {
    await judge.restartWorkers()
    return ok({})
  },
}
