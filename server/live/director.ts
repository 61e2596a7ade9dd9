import type { EntryId, PlayerId, SeriesId, TournamentId } from '../protocol/ids.ts'
import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import type { Decision } from '../store/store.ts'
import type { Store } from '../store/store.ts'

/** What a commit concerns: whose views are to be made anew. */
export type Touched = {
  tournaments?: readonly TournamentId[]
  entries?: readonly EntryId[]
  /** Whose page has changed. */
  series?: readonly SeriesId[]
  /** Whose devices are asked anew what they may watch: taken off a list, or let back in. */
  anew?: readonly PlayerId[]
  /** Whose badges have changed. */
  badgesOf?: readonly PlayerId[]
}

/** A decision with what to answer, and what it concerns. */
export type Decided<T> = Decision & { reply: T; touched?: Touched }

/**
 * Loads, decides (by the rules), commits, publishes; nothing else. An attempt loads what it needs and asks the rules;
 * where somebody else was faster (`stale`) it is made again from what stands now.
 */
export type Director = {
  decide<T>(attempt: () => Promise<Result<Decided<T>, Refusal>>): Promise<Result<T, Refusal>>
}

const MOST_ATTEMPTS = 12

export function createDirector(options: {
  store: Pick<Store, 'commit'>
  /** Called after each commit, before the answer leaves. */
  committed: (decision: Decision, touched: Touched) => void
}): Director {
  const { store, committed } = options
  return {
    async decide(attempt) {
      for (let n = 0; n < MOST_ATTEMPTS; n++) {
        const decided = await attempt()
        if (!decided.ok) return decided
        const { expected, changes, touched, reply } = decided.value
        if (changes.length === 0) return ok(reply)
        if ((await store.commit({ expected, changes })) === 'stale') continue
        committed({ expected, changes }, touched ?? {})
        return ok(reply)
      }
      return refused(refusal('changed-meanwhile'))
    },
  }
}
