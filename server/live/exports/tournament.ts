import { displayed } from '../../improvement/display.ts'
import type { Observations } from '../../improvement/observation.ts'
import type { PlayerOutcome } from '../../improvement/outcome.ts'
import type { Round, RoundResult, Tournament } from '../../store/records.ts'
import type { Parts } from '../parts.ts'
import { tournamentFigures } from '../rating/rate-tournament.ts'
import type { RatedProblems } from '../rating/timeline.ts'
import { csv, type Cell } from './csv.ts'

/**
 * A tournament's results as its hosts take them along. Times are ISO 8601; levels as displayed, around 500. Puzzles have
 * their English names and headings are English, whoever asks: sheets of several hosts fit together.
 */
export type TournamentExport = {
  tournament: { id: string; code: string; name: string; endedAt: string | null }
  rounds: {
    id: string
    name: string
    endedAt: string | null
    limitMinutes: number
    results: ExportedResult[]
  }[]
  /** Gains over the whole tournament, on the displayed scale. */
  tonight: { player: string; gain: number }[]
  sinceLastTime: { player: string; gain: number }[]
  awards: { round: string | null; kind: string; headline: boolean; winners: { player: string }[] }[]
}

export type ExportedResult = {
  player: string
  playerId: string
  performance: number
  level: number
  mark: number | null
  gain: number | null
  /** `counted`; `flag open` before a host has looked; `struck` by one. */
  state: 'counted' | 'flag open' | 'struck'
  problems: {
    id: string
    name: string
    level: number
    /** Null: the puzzle said nothing about this player. */
    solved: boolean | null
    minutes: number | null
    wrong: number
    hints: number
    /** The solve arrived mostly in one paste. */
    pasted: boolean
  }[]
}

type Needs = Pick<Parts, 'store'> & { bank: Pick<Parts['bank'], 'problems'> }

export async function exportTournament({ store, bank }: Needs, tournament: Tournament): Promise<TournamentExport> {
  const { id, code, name, endedAt } = tournament
  const names = new Map((await store.entriesOf(id)).map((entry) => [entry.playerId as string, entry.name]))
  const nameOf = (playerId: string) => names.get(playerId) ?? ''
  const rounds: TournamentExport['rounds'] = []
  for (const round of await store.roundsOf(id)) {
    if (round.ratedAt === null) continue
    const rated = (await store.modelAfter(round.id))?.problems as RatedProblems | undefined
    const problems = (rated?.list ?? []).map((problem) => ({
      ...{ id: problem.id, level: problem.level },
      name: bank.problems.get(problem.id as Round['problemIds'][number])?.name ?? problem.id,
    }))
    const results = (await store.roundResults(round.id)).map((row) => exported(row, nameOf(row.playerId), problems))
    rounds.push({
      ...{ id: round.id, name: round.name, endedAt: iso(round.endedAt), limitMinutes: round.limitMinutes },
      results,
    })
  }
  const figures = await tournamentFigures(store, id)
  const gains = (by: Record<string, number>) =>
    Object.entries(by)
      .map(([playerId, gain]) => ({ player: nameOf(playerId), gain: tenths(100 * gain) }))
      .sort((a, b) => b.gain - a.gain)
  const roundNames = new Map(rounds.map((round) => [round.id, round.name]))
  return {
    tournament: { id, code, name, endedAt: iso(endedAt) },
    rounds,
    tonight: gains(figures.tonight),
    sinceLastTime: gains(figures.sinceLastTime),
    awards: (await store.awardsOf(id)).map(({ roundId, kind, headline, winners }) => ({
      ...{ round: roundId === null ? null : (roundNames.get(roundId) ?? null), kind, headline },
      winners: winners.map(({ playerId }) => ({ player: nameOf(playerId) })),
    })),
  }
}

function exported(
  row: RoundResult,
  player: string,
  problems: { id: string; name: string; level: number }[],
): ExportedResult {
  const { performance, level, mark, gain } = row.outcome as PlayerOutcome
  const observations = row.observations as Observations
  return {
    ...{ player, playerId: row.playerId },
    ...{ performance: displayed(performance), level: displayed(level) },
    mark: mark === null ? null : displayed(mark),
    gain: gain === null ? null : tenths(100 * gain),
    state: row.flagState === 'struck' ? 'struck' : row.flagState === 'open' ? 'flag open' : 'counted',
    problems: problems.map((problem, index) => {
      const seen = observations[index] ?? null
      if (!seen) return { ...problem, solved: null, minutes: null, wrong: 0, hints: 0, pasted: false }
      const { solved, minutes, wrong, hints, pasted } = seen
      return { ...problem, solved, minutes: minutes === null ? null : tenths(minutes), wrong, hints, pasted }
    }),
  }
}

const tenths = (value: number): number => Math.round(value * 10) / 10
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** One line for each player, round and puzzle: what a spreadsheet can group as it likes. */
export function tournamentCsv({ tournament, rounds }: TournamentExport): string {
  const head: Cell[] = ['tournament', 'round', 'player', 'performance', 'level', 'mark', 'gain', 'state']
  head.push('puzzle', 'puzzle level', 'solved', 'minutes', 'wrong submissions', 'hints', 'pasted')
  const lines = rounds.flatMap((round) =>
    round.results.flatMap(({ player, performance, level, mark, gain, state, problems }) =>
      problems.map((problem): Cell[] => [
        ...[tournament.name, round.name, player, performance, level, mark, gain, state],
        ...[problem.name, problem.level, problem.solved === null ? '' : problem.solved ? 'yes' : 'no'],
        ...[problem.minutes, problem.wrong, problem.hints, problem.pasted ? 'yes' : ''],
      ]),
    ),
  )
  return csv([head, ...lines])
}
