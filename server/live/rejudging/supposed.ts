import type { PlayerId, ProblemId, RoundId } from '../../protocol/ids.ts'
import type { Award, ModelSnapshot, RoundResult, Submission } from '../../store/records.ts'
import type { Change, Store } from '../../store/store.ts'

/**
 * A store as if some changes had been made: what is committed to it is kept aside, and what rating reads shows it. Nothing
 * is written. What rating does not read (tournaments, entries, effects) stays as it is.
 */
export function supposed(store: Store): Store {
  const results = aside<RoundResult>()
  const snapshots = aside<ModelSnapshot>()
  const awards = aside<Award>()
  const submissions = aside<Submission>()
  /** Of submissions with another verdict: whose, and to which puzzle. */
  const moved = new Map<PlayerId, Set<ProblemId>>()

  async function keep(change: Change): Promise<void> {
    if (change.table === 'roundResults') results.keep(change)
    if (change.table === 'modelSnapshots') snapshots.keep(change)
    if (change.table === 'awards') awards.keep(change)
    if (change.table !== 'submissions' || change.do !== 'patch') return
    submissions.keep(change)
    const submission = await store.submission(change.id)
    const entry = submission && (await store.entry(submission.entryId))
    if (entry) moved.set(entry.playerId, (moved.get(entry.playerId) ?? new Set()).add(submission.problemId))
  }

  const outlines: Store['submissionOutlines'] = async (roundId, entryId) =>
    (await store.submissionOutlines(roundId, entryId)).map((one) => ({
      ...one,
      verdict: submissions.over(one.id)?.verdict ?? one.verdict,
    }))

  /** Over all that this player has sent to the puzzle, and practised. */
  async function hasSolved(playerId: PlayerId, problemId: ProblemId, before: number): Promise<boolean> {
    if ((await store.practisedBy(playerId)).some((one) => one.problemId === problemId && one.at < before)) return true
    for (const { id, tournamentId } of await store.entriesOfPlayer(playerId))
      for (const round of await store.roundsOf(tournamentId)) {
        const sent = round.problemIds.includes(problemId) ? await outlines(round.id, id) : []
        if (sent.some((one) => one.problemId === problemId && one.verdict === 'AC' && one.receivedAt < before))
          return true
      }
    return false
  }

  const inOrder = (rows: Award[]) => rows.sort((a, b) => a.position - b.position)
  const timeline: Store['timeline'] = async () =>
    snapshots.merge(await store.timeline()).sort((a, b) => a.position - b.position)
  const modelAfter = async (id: RoundId) => {
    const row = await store.modelAfter(id)
    return snapshots.merge(row ? [row] : [], (one) => one.id === id)[0] ?? null
  }
  return {
    ...store,
    async commit({ changes }) {
      for (const change of changes) await keep(change)
      return 'done'
    },
    submissionOutlines: outlines,
    async solvedBy(playerId, before = Number.MAX_SAFE_INTEGER) {
      const solved = new Set(await store.solvedBy(playerId, before))
      for (const problemId of moved.get(playerId) ?? [])
        if (await hasSolved(playerId, problemId, before)) solved.add(problemId)
        else solved.delete(problemId)
      return solved
    },
    roundResults: async (id) => results.merge(await store.roundResults(id), (row) => row.roundId === id),
    resultsOfTournament: async (id) =>
      results.merge(await store.resultsOfTournament(id), (row) => row.tournamentId === id),
    timeline,
    modelAfter,
    async latestModel() {
      const last = (await timeline()).at(-1)
      return last ? modelAfter(last.id) : null
    },
    awardsOf: async (id) => inOrder(awards.merge(await store.awardsOf(id), (row) => row.tournamentId === id)),
    allAwards: async () => awards.merge(await store.allAwards()),
  }
}

type ChangeOf<Row extends { id: string }> =
  | { do: 'insert' | 'put'; row: Row }
  | { do: 'patch'; id: Row['id']; set: Partial<Omit<Row, 'id'>> }
  | { do: 'remove'; id: Row['id'] }

/** Changes of one table, kept aside. */
function aside<Row extends { id: string }>() {
  /** A whole row, some of its values, or null where it is gone. */
  const kept = new Map<string, { whole: Row } | { some: Partial<Row> } | null>()
  const changed = <R extends { id: string }>(row: R & Partial<Row>): (R & Partial<Row>) | null => {
    const found = kept.get(row.id)
    if (found === undefined) return row
    return found && { ...row, ...('whole' in found ? found.whole : found.some) }
  }
  return {
    keep(change: ChangeOf<Row>): void {
      if (change.do === 'remove') return void kept.set(change.id, null)
      if (change.do !== 'patch') return void kept.set(change.row.id, { whole: change.row })
      const before = kept.get(change.id)
      const set = change.set as Partial<Row>
      if (before && 'whole' in before) kept.set(change.id, { whole: { ...before.whole, ...set } })
      else kept.set(change.id, { some: { ...before?.some, ...set } })
    },
    over(id: string): Partial<Row> | undefined {
      const found = kept.get(id)
      return found ? ('whole' in found ? found.whole : found.some) : undefined
    },
    /** Rows as they would be, with those that would be new and are `among` them. */
    merge<R extends { id: string } & Partial<Row>>(rows: readonly R[], among: (row: Row) => boolean = () => true): R[] {
      const there = new Set(rows.map(({ id }) => id))
      const fresh = [...kept.values()].flatMap((one) => (one && 'whole' in one ? [one.whole] : []))
      return [
        ...rows.flatMap((row) => changed(row) ?? []),
        ...fresh.filter((row) => !there.has(row.id) && among(row)),
      ] as R[]
    },
  }
}
