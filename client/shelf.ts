import { createStore, del, entries, set } from 'idb-keyval'
import type { PlayerId, ProblemId, RoundId, SubmissionId } from '../server/protocol/ids.ts'
import type { Language } from '../server/protocol/judgement.ts'

/** A submission on its way. It belongs to a player: on a shared laptop nobody sends another one's. */
export type Held = {
  id: SubmissionId
  playerId: PlayerId
  roundId: RoundId
  problemId: ProblemId
  language: Language
  source: string
  pasted: boolean
  heldAt: number
}

/** Where submissions are kept until the server has answered for them. */
export type Shelf = { put(held: Held): Promise<void>; remove(id: string): Promise<void>; all(): Promise<Held[]> }

/** IndexedDB, or the page's own memory where the browser keeps it closed. */
export function deviceShelf(): Shelf {
  const memory = new Map<string, Held>()
  const inMemory: Shelf = {
    put: async (held) => void memory.set(held.id, held),
    remove: async (id) => void memory.delete(id),
    all: async () => [...memory.values()],
  }
  try {
    const store = createStore('outdo', 'outbox')
    return {
      put: (held) => set(held.id, held, store).catch(() => inMemory.put(held)),
      remove: async (id) => {
        memory.delete(id)
        await del(id, store).catch(() => undefined)
      },
      all: async () => {
        const stored = await entries<string, Held>(store).catch(() => [])
        return [...stored.map(([, held]) => held), ...memory.values()]
      },
    }
  } catch {
    return inMemory
  }
}
