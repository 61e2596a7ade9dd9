import type { PlayerId, RoundId } from '../../protocol/ids.ts'
import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { Entry, Link, Round, RoundResult } from '../../store/records.ts'
import type { Change, Store } from '../../store/store.ts'
import type { Decided } from '../director.ts'
import type { Parts } from '../parts.ts'
import { rateRoundLater, rateTournamentLater } from '../rating/later.ts'
import { awardTo, entryTo, hasAlready, hasPlay, playTo, resultTo, whoStays } from './moves.ts'

type Needs = Pick<Parts, 'store' | 'clock' | 'newId'>
type Moved = Result<Decided<Record<string, never>>, Refusal>

/**
 * Two players are one person: what `from` has is `into`'s from now on, and what depends on it is rated again. Where both
 * have played the same round, the result of the one that stays counts, and the other is kept for the day it is undone.
 */
export async function link(parts: Needs, from: PlayerId, wanted: PlayerId, hostUserId: string): Promise<Moved> {
  const { store, clock } = parts
  const into = await whoStays(store, wanted)
  const people = await store.players([from, into])
  if (from === into || (await store.link(from))) return refused(refusal('player-linked'))
  if (people.length < 2 || people.some(({ userId }) => userId === null)) return refused(refusal('player-not-found'))
  const [theirs, own] = [await store.entriesOfPlayer(from), await store.entriesOfPlayer(into)]
  const atRest = await allAtRest(store, [...theirs, ...own])
  if (!atRest.ok) return atRest

  const moved: Link['moved'] = { entries: [], merged: [], parked: [], badgeIds: [], awardIds: [] }
  const changes: Change[] = []
  for (const entry of theirs) {
    const same = own.find(({ tournamentId }) => tournamentId === entry.tournamentId)
    if (!same) {
      moved.entries.push(entry.id)
      changes.push(entryTo(entry, into, entry.removed))
      continue
    }
    if (same.removed) return refused(refusal('player-removed'))
    const roundIds = await roundsOnlyOf(store, entry, same)
    moved.merged.push({ from: entry.id, into: same.id, roundIds })
    for (const roundId of roundIds) {
      changes.push(...(await playTo(store, roundId, entry.id, same.id)))
      changes.push(...(await extraTimeTo(store, roundId, entry, same)))
    }
    changes.push(entryTo(entry, from, true))
  }
  const results = await store.resultsOfPlayer(from)
  const elsewhere = new Set(
    theirs.filter(({ id }) => moved.entries.includes(id)).map(({ tournamentId }) => tournamentId),
  )
  const rounds = new Set(moved.merged.flatMap(({ roundIds }) => roundIds))
  for (const result of results) {
    if (elsewhere.has(result.tournamentId) || rounds.has(result.roundId)) changes.push(...resultTo(result, into))
    else {
      moved.parked.push(result)
      changes.push({ do: 'remove', table: 'roundResults', id: result.id })
    }
  }
  // What the one who stays has already is kept where it is, for the day the link is undone.
  const badges = await store.badgesOfPlayer(into)
  for (const badge of (await store.badgesOfPlayer(from)).filter((one) => !hasAlready(badges, one))) {
    moved.badgeIds.push(badge.id)
    changes.push({ do: 'patch', table: 'badges', id: badge.id, set: { playerId: into } })
  }
  for (const award of await store.awardsOfPlayer(from)) {
    const renamed = awardTo(award, from, into)
    if (renamed.length > 0) moved.awardIds.push(award.id)
    changes.push(...renamed)
  }
  const row: Link = { id: from, into, moved, hostUserId, at: clock.now() }
  changes.push({ do: 'insert', table: 'links', row })
  return decided(parts, {
    entries: [...theirs, ...own],
    changes,
    results: [...results, ...(await store.resultsOfPlayer(into))],
    people: [from, into],
  })
}

/** Takes a link back: each has again what they had, and what was done since under each one's entries. */
export async function unlink(parts: Needs, from: PlayerId): Promise<Moved> {
  const { store } = parts
  const row = await store.link(from)
  if (!row) return refused(refusal('player-not-linked'))
  const into = await whoStays(store, row.into)
  const { moved } = row
  const entries = await Promise.all(
    [...moved.entries, ...moved.merged.map((one) => one.from)].map((id) => store.entry(id)),
  )
  const theirs = entries.filter((entry) => entry !== null)
  const own = await store.entriesOfPlayer(into)
  const atRest = await allAtRest(store, [...theirs, ...own])
  if (!atRest.ok) return atRest

  const changes: Change[] = []
  const back = theirs.filter(({ id }) => moved.entries.includes(id))
  for (const entry of back) changes.push(entryTo(entry, from, entry.removed))
  for (const entry of theirs.filter((one) => !back.includes(one))) changes.push(entryTo(entry, from, false))
  for (const { from: entryId, into: other, roundIds } of moved.merged)
    for (const roundId of roundIds) changes.push(...(await playTo(store, roundId, other, entryId)))
  const tournaments = new Set(back.map(({ tournamentId }) => tournamentId))
  const rounds = new Set(moved.merged.flatMap(({ roundIds }) => roundIds))
  const results = await store.resultsOfPlayer(into)
  for (const result of results)
    if (tournaments.has(result.tournamentId) || rounds.has(result.roundId)) changes.push(...resultTo(result, from))
  for (const result of moved.parked) changes.push({ do: 'put', table: 'roundResults', row: result })
  for (const badge of await store.badgesOfPlayer(into))
    if (moved.badgeIds.includes(badge.id))
      changes.push({ do: 'patch', table: 'badges', id: badge.id, set: { playerId: from } })
  for (const award of await store.awardsOfPlayer(into))
    if (moved.awardIds.includes(award.id)) changes.push(...awardTo(award, into, from))
  changes.push({ do: 'remove', table: 'links', id: from })
  return decided(parts, {
    entries: [...theirs, ...own],
    changes,
    results: [...results, ...moved.parked],
    people: [into, from],
  })
}

/** While a round is under way people type and are judged: nobody becomes somebody else then. */
async function allAtRest(store: Store, entries: readonly Entry[]): Promise<Result<null, Refusal>> {
  const under = new Set((await store.roundsUnderWay()).map(({ tournamentId }) => tournamentId))
  return entries.some(({ tournamentId }) => under.has(tournamentId)) ? refused(refusal('player-playing')) : ok(null)
}

/** Rounds of the tournament in which the one has done something and the other nothing. */
async function roundsOnlyOf(store: Store, entry: Entry, other: Entry): Promise<RoundId[]> {
  const ids: RoundId[] = []
  for (const { id } of await store.roundsOf(entry.tournamentId))
    if ((await hasPlay(store, id, entry.id)) && !(await hasPlay(store, id, other.id))) ids.push(id)
  return ids
}

/** Extra time goes with what was done in it. */
async function extraTimeTo(store: Store, roundId: RoundId, from: Entry, to: Entry): Promise<Change[]> {
  const timeFactors = (await store.round(roundId))?.timeFactors
  const factor = timeFactors?.[from.id]
  if (factor === undefined) return []
  return [{ do: 'patch', table: 'rounds', id: roundId, set: { timeFactors: { ...timeFactors, [to.id]: factor } } }]
}

type Consequence = { entries: readonly Entry[]; changes: Change[]; results: readonly RoundResult[]; people: PlayerId[] }

/** The changes with all that has to be rated again because of them. */
async function decided({ store, clock, newId }: Needs, all: Consequence): Promise<Moved> {
  const { entries, changes, results, people } = all
  const now = clock.now()
  const tournamentIds = [...new Set(entries.map(({ tournamentId }) => tournamentId))]
  const tournaments = await Promise.all(tournamentIds.map((id) => store.tournament(id)))
  const unpublished = tournaments.filter((tournament) => tournament?.status === 'ended')
  return ok({
    expected: { entries: Object.fromEntries(entries.map(({ id, revision }) => [id, revision])) },
    changes: [
      ...changes,
      ...(await toRateAgain(store, results, people)).map((round) => rateRoundLater(round, newId(), now)),
      ...unpublished.flatMap((tournament) => (tournament ? [rateTournamentLater(tournament, newId(), now)] : [])),
    ],
    reply: {},
    touched: { tournaments: tournamentIds, entries: entries.map(({ id }) => id) },
  })
}

/**
 * Rating one round again replays the whole timeline from what is stored, so the first is enough; but for rounds whose
 * awards are not published, and those where one of these people met a puzzle that they may have solved before.
 */
async function toRateAgain(store: Store, results: readonly RoundResult[], people: PlayerId[]): Promise<Round[]> {
  const rounds: Round[] = []
  for (const id of new Set(results.map(({ roundId }) => roundId))) {
    const round = await store.round(id)
    if (round?.ratedAt) rounds.push(round)
  }
  rounds.sort((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0))
  const wanted: Round[] = []
  for (const round of rounds) {
    const before = await Promise.all(people.map((id) => store.solvedBy(id, round.startedAt ?? 0)))
    const metAgain = round.problemIds.some((id) => before.some((solved) => solved.has(id)))
    if (round === rounds[0] || round.status === 'ended' || metAgain) wanted.push(round)
  }
  return wanted
}
