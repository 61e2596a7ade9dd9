import type { PlayerId } from '../../protocol/ids.ts'
import type { Context } from '../handler.ts'
import { ownBadges } from '../badges/faces.ts'
import { publishedAwards } from '../handlers/profile.ts'
import { allResultsOf } from '../views/result-view.ts'

/** Everything kept about one player, for themselves: what they typed, what it was judged, and what was made of it. */
export async function exportPlayer(
  parts: Pick<Context, 'store' | 'bank' | 'badges' | 'model' | 'clock'>,
  playerId: PlayerId,
) {
  const { store } = parts
  const player = await store.player(playerId)
  if (!player) return null
  const tournaments = []
  for (const entry of await store.entriesOfPlayer(playerId)) {
    const tournament = await store.tournament(entry.tournamentId)
    const rounds = []
    for (const round of await store.roundsOf(entry.tournamentId)) {
      const openings = (await store.openings(round.id, entry.id)).map(({ problemId, at }) => ({
        problemId,
        at: iso(at),
      }))
      const hints = (await store.hintsTaken(round.id, entry.id)).map(({ problemId, index, at }) => ({
        ...{ problemId, index, at: iso(at) },
      }))
      const drafts = (await store.drafts(round.id, entry.id)).map(({ problemId, language, source, savedAt }) => ({
        ...{ problemId, language, source, savedAt: iso(savedAt) },
      }))
      const submissions = (await store.submissions(round.id, entry.id)).map((submission) => ({
        ...{ id: submission.id, problemId: submission.problemId, language: submission.language },
        ...{ source: submission.source, receivedAt: iso(submission.receivedAt), judgement: submission.judgement },
      }))
      if (openings.length + hints.length + drafts.length + submissions.length > 0)
        rounds.push({ id: round.id, name: round.name, openings, hints, drafts, submissions })
    }
    const questions = (await store.questionsOf(entry.tournamentId))
      .filter(({ entryId }) => entryId === entry.id)
      .map(({ problemId, text, askedAt, answer }) => ({ problemId, text, askedAt: iso(askedAt), answer }))
    const callsForHelp = (await store.helpCallsOf(entry.tournamentId))
      .filter(({ entryId }) => entryId === entry.id)
      .map(({ problemId, place, askedAt, outcome }) => ({ problemId, place, askedAt: iso(askedAt), outcome }))
    const { name, star, timeFactor, helper, joinedAt } = entry
    tournaments.push({
      ...{ id: entry.tournamentId, name: tournament?.name ?? '', code: tournament?.code ?? '' },
      calledThere: { name, star, timeFactor, helper, joinedAt: iso(joinedAt) },
      rounds,
      questions,
      callsForHelp,
    })
  }
  const badges = await ownBadges(parts, playerId)
  const signed = new Map((await store.badgesOfPlayer(playerId)).map(({ id, jws }) => [id, jws]))
  return {
    player: {
      ...{ id: player.id, name: player.name, star: player.star, playerName: player.accountName },
      createdAt: iso(player.createdAt),
    },
    results: await allResultsOf(parts, playerId),
    awards: await publishedAwards(parts, playerId),
    practice: (await store.practisedBy(playerId)).map(({ problemId, at }) => ({ problemId, solvedAt: iso(at) })),
    badges: badges.map((badge) => ({ ...badge, credential: signed.get(badge.id) ?? null })),
    tournaments,
  }
}

const iso = (at: number): string => new Date(at).toISOString()
