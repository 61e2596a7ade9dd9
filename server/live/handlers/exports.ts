import { Router, type Response } from 'express'
import type { TournamentId } from '../../protocol/ids.ts'
import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { refused } from '../../protocol/result.ts'
import { exportPlayer } from '../exports/player.ts'
import { exportTournament, tournamentCsv } from '../exports/tournament.ts'
import type { Context } from '../handler.ts'

/** `/api/export`: files to take along, for whom the cookie says one is. */
export function exportRoutes(
  context: Pick<Context, 'store' | 'bank' | 'badges' | 'model' | 'clock' | 'identity'>,
): Router {
  const { store, identity } = context
  const router = Router()

  router.get('/me.json', async (request, response) => {
    const player = await identity.playerOf(request.headers)
    const data = player && (await exportPlayer(context, player.playerId))
    if (!data) return refuse(response, 401, refusal('not-joined'))
    send(response, 'outdo-my-data.json', JSON.stringify(data, null, 2))
  })

  router.get('/tournament/:id.:form', async (request, response) => {
    if (!(await identity.hostOf(request.headers))) return refuse(response, 401, refusal('not-signed-in'))
    const { id, form } = request.params
    const tournament = await store.tournament(id as TournamentId)
    if (!tournament) return refuse(response, 404, refusal('tournament-not-found'))
    const file = `outdo-${tournament.code.toLowerCase()}.${form}`
    const data = await exportTournament(context, tournament)
    if (form === 'json') send(response, file, JSON.stringify(data, null, 2))
    else if (form === 'csv') send(response, file, tournamentCsv(data))
    else refuse(response, 400, refusal('bad-request', { detail: 'csv or json' }))
  })
  return router
}

/** The type follows from the file's name; a browser saves it and does not show it. */
const send = (response: Response, file: string, text: string): void => void response.attachment(file).send(text)
const refuse = (response: Response, status: number, why: Refusal): void =>
  void response.status(status).json(refused(why))
