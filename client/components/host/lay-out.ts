import { t } from '../../i18n.svelte.ts'
import type { ProblemId, SeriesId, TournamentId } from '../../../server/protocol/ids.ts'
import { ask } from './ask.ts'
import { levelOf, SHAPES, type Crowd, type Shape } from './shapes.ts'
import { fitted } from './tournament-name.ts'

/**
 * Makes what a shape says, with puzzles suggested for each round; no puzzle comes twice, over all weeks. Answers with
 * the tournaments that were made: fewer than wanted where the server refused, which has been said by then.
 */
export async function layOut(
  name: string,
  shape: Shape,
  crowd: Crowd,
  seriesId: SeriesId | null,
): Promise<TournamentId[]> {
  const { weeks, rounds, limitMinutes, puzzles } = SHAPES[shape]
  const made: TournamentId[] = []
  const taken: ProblemId[] = []
  for (let week = 1; week <= weeks; week++) {
    const ownName = weeks === 1 ? name : fitted(name, (base) => t('newTournament.weekName', { name: base, week }))
    const within = seriesId ? { seriesId } : {}
    const tournament = await ask('tournament:create', { name: ownName, rounds: [], ...within })
    if (!tournament) return made
    const { tournamentId } = tournament
    made.push(tournamentId)
    // Round after round, since a suggestion leaves out what earlier rounds took.
    for (let position = 1; position <= rounds; position++) {
      const level = levelOf(crowd, week, position)
      const around = level === undefined ? {} : { level }
      const wish = { tournamentId, count: puzzles, limitMinutes, without: taken, ...around }
      const problemIds = (await ask('bank:suggest', wish))?.problemIds ?? []
      taken.push(...problemIds)
      const plan = { name: t('plan.roundName', { position }), limitMinutes, problemIds }
      if (!(await ask('round:add', { tournamentId, ...plan }))) return made
    }
  }
  return made
}
