import { ok } from '../../protocol/result.ts'
import type { Badge, Effect } from '../../store/records.ts'
import type { Change } from '../../store/store.ts'
import type { Director } from '../director.ts'
import type { Parts } from '../parts.ts'
import { RATE_ROUND, RATE_TOURNAMENT } from '../rating/later.ts'
import { accountsOf } from '../people/moves.ts'
import { earnedByHand, earnedInRound, earnedInSeason, earnedInTournament, occasionOf, type Earned } from './earned.ts'
import type { SignBadges } from './later.ts'

type Signing = Pick<Parts, 'store' | 'badges' | 'clock' | 'newId' | 'joinUrl'> & { director: Director }

/** So many are signed and stored at a time; in between, others have their turn. */
const AT_A_TIME = 25

/** Signs and stores the badges that a publication or a host has given. Done again, it gives nothing twice. */
export async function signBadgesNow(parts: Signing, effect: Effect): Promise<void> {
  const { store, director, clock } = parts
  const payload = effect.payload as SignBadges
  if (await isRatedAnew(parts, payload)) return
  const { earned, also } = await earnedBy(parts, payload)
  // Who has deleted their account is given nothing any more.
  const here = new Set(
    (await store.players(earned.map(({ playerId }) => playerId)))
      .filter(({ userId }) => userId !== null)
      .map(({ id }) => id),
  )
  const wanted = earned.filter(({ playerId }) => here.has(playerId))
  for (let from = 0; from < wanted.length; from += AT_A_TIME) {
    await give(parts, wanted.slice(from, from + AT_A_TIME))
    await new Promise((resolve) => setImmediate(resolve))
  }
  const done: Change = { do: 'patch', table: 'effects', id: effect.id, set: { doneAt: clock.now() } }
  await director.decide(async () => ok({ expected: {}, changes: [...also, done], reply: null }))
}

/** While the figures are being made once more, the awards may still change. */
async function isRatedAnew({ store }: Signing, payload: SignBadges): Promise<boolean> {
  // A season's award is decided with its publication.
  if ('seasonId' in payload) return false
  const pending = await store.pendingEffects()
  return pending.some(({ kind, payload: other }) =>
    'roundId' in payload
      ? kind === RATE_ROUND && other['roundId'] === payload.roundId
      : kind === RATE_TOURNAMENT && !('achievementId' in payload) && other['tournamentId'] === payload.tournamentId,
  )
}

/** What was earned, and what changes with its being given: the awards of a published round stand from now on. */
async function earnedBy({ store, clock }: Signing, payload: SignBadges): Promise<{ earned: Earned[]; also: Change[] }> {
  if ('achievementId' in payload) {
    const { achievementId, tournamentId, playerIds } = payload
    return { earned: earnedByHand(achievementId, tournamentId, playerIds), also: [] }
  }
  if ('seasonId' in payload) return { earned: earnedInSeason(await store.awardsOfSeason(payload.seasonId)), also: [] }
  if ('roundId' in payload) {
    const round = await store.round(payload.roundId)
    if (round?.status !== 'published') return { earned: [], also: [] }
    const awards = (await store.awardsOf(round.tournamentId)).filter((award) => award.roundId === round.id)
    const also = awards
      .filter(({ publishedAt }) => publishedAt === null)
      .map(({ id }): Change => ({ do: 'patch', table: 'awards', id, set: { publishedAt: clock.now() } }))
    return { earned: earnedInRound(await store.roundResults(round.id), awards), also }
  }
  const { tournamentId } = payload
  const awards = (await store.awardsOf(tournamentId)).filter(
    ({ roundId, publishedAt }) => roundId === null && publishedAt !== null,
  )
  return { earned: earnedInTournament(await store.resultsOfTournament(tournamentId), awards), also: [] }
}

/** Signs and stores those of these that were not given before, to any account of the same person, in one commit. */
async function give({ store, badges, director, clock, newId, joinUrl }: Signing, earned: readonly Earned[]) {
  await director.decide(async () => {
    const accounts = await accountsOf(store)
    const sources = (one: Earned) =>
      [one.playerId, ...(accounts.get(one.playerId) ?? [])].map((id) => `${occasionOf(one.source)}:${id}`)
    const given = new Set((await store.givenBadges(earned.flatMap(sources))).map(({ source }) => source))
    const fresh = earned.filter((one) => !sources(one).some((source) => given.has(source)))
    const first = fresh.length > 0 ? await store.nextStatusIndex() : 0
    const issuedAt = clock.now()
    const rows = await Promise.all(
      fresh.map(async (one, index): Promise<Badge | null> => {
        const achievement = await badges.achievement(one.achievementId)
        if (!achievement) return null
        const [id, subjectId, statusIndex] = [newId(), newId(), first + index]
        const jws = await badges.sign(joinUrl(), { id, subjectId, achievement, statusIndex, issuedAt })
        return { ...one, id, statusIndex, jws, issuedAt, revokedAt: null, revokedReason: null, seenAt: null }
      }),
    )
    const changes = rows.flatMap((row): Change[] => (row ? [{ do: 'insert', table: 'badges', row }] : []))
    // Hosts who look at the list see it grow, and whoever has one hears of it.
    const tournaments = [...new Set(fresh.flatMap(({ tournamentId }) => tournamentId ?? []))]
    const badgesOf = [...new Set(fresh.map(({ playerId }) => playerId))]
    return ok({ expected: {}, changes, reply: null, touched: { tournaments, badgesOf } })
  })
}
