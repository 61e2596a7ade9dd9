import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { Done, Payload } from '../../protocol/commands.ts'
import type { preparingCommands } from '../../protocol/commands/preparing.ts'
import type { ProblemId, RoundId, SeriesId, TournamentId } from '../../protocol/ids.ts'
import type { Round, Tournament } from '../../store/records.ts'
import type { Change, Expected } from '../../store/store.ts'
import { wordsOf, mayLookAtNames } from '../../tournament/names.ts'
import { mayRemove, planOf } from '../../tournament/plans.ts'
import { mayChangePlan } from '../../tournament/round.ts'
import type { Context, HandlersOf } from '../handler.ts'
import { newJoinCode } from '../join-code.ts'
import { tournamentRow } from '../views/series-view.ts'
import { meetingPlan } from './kits.ts'

/** What a host does before people come. */
export const preparing: HandlersOf<typeof preparingCommands> = {
  async 'tournament:list'({ store }) {
    const tournaments = await store.tournaments()
    const rows = tournaments.map((tournament) => tournamentRow(store, tournament))
    return ok({ tournaments: (await Promise.all(rows)).sort((a, b) => b.createdAt - a.createdAt) })
  },

  async 'tournament:create'({ store, director, bank, clock, newId }, actor, payload) {
    const { name, approveNames, kitId, meeting, locale, seriesId = null } = payload
    const hostUserId = actor.host?.userId
    if (!hostUserId) return refused(refusal('not-signed-in'))
    const mayLook = mayLookAtNames(true, approveNames, actor.host?.role ?? 'spectator')
    if (!mayLook.ok) return mayLook
    const kit = kitId === undefined ? undefined : meetingPlan(bank.kits(locale), kitId, meeting)
    if (kit && !kit.ok) return kit
    const rounds = kit?.value ?? payload.rounds
    return director.decide(async () => {
      const known = knownProblems(
        { bank },
        rounds.flatMap((round) => round.problemIds),
      )
      if (!known.ok) return known
      const series = await seriesToJoin(store, seriesId)
      if (!series.ok) return series
      const made = { name, rounds, approveNames, hostUserId, seriesId, blockedWords: null }
      return ok({ ...newTournament({ clock, newId }, made), expected: series.value })
    })
  },

  async 'tournament:update'({ store, director }, actor, { tournamentId, ...set }) {
    return director.decide(async () => {
      const tournament = await store.tournament(tournamentId)
      if (!tournament) return refused(refusal('tournament-not-found'))
      const mayLook = mayLookAtNames(tournament.approveNames, set.approveNames, actor.host?.role ?? 'spectator')
      if (!mayLook.ok) return mayLook
      const series = await seriesToJoin(store, set.seriesId ?? null)
      if (!series.ok) return series
      const row = { ...tournament, ...set }
      return ok({
        expected: { ...series.value, tournaments: { [tournament.id]: tournament.revision } },
        changes: [{ do: 'put', table: 'tournaments', row }],
        reply: {},
        touched: {
          tournaments: [tournament.id],
          series: [tournament.seriesId, row.seriesId].filter((id) => id !== null),
        },
      })
    })
  },

  async 'tournament:words'({ store }, _actor, { tournamentId }) {
    const tournament = await store.tournament(tournamentId)
    if (!tournament) return refused(refusal('tournament-not-found'))
    return ok({ words: [...wordsOf(tournament)], house: tournament.blockedWords === null })
  },

  async 'tournament:clone'({ store, director, bank, clock, newId }, actor, { tournamentId, name }) {
    const hostUserId = actor.host?.userId
    if (!hostUserId) return refused(refusal('not-signed-in'))
    return director.decide(async () => {
      const from = await store.tournament(tournamentId)
      if (!from) return refused(refusal('tournament-not-found'))
      const { approveNames, blockedWords, seriesId } = from
      // A puzzle that has left the bank since is left out.
      const rounds = planOf(await store.roundsOf(tournamentId)).map((plan) => ({
        ...plan,
        problemIds: plan.problemIds.filter((id) => bank.isOffered(id)),
      }))
      const made = { name: name ?? from.name, rounds, approveNames, hostUserId, blockedWords, seriesId }
      return ok(newTournament({ clock, newId }, made))
    })
  },

  async 'tournament:remove'({ store, director }, _actor, { tournamentId }) {
    return director.decide<Done>(async () => {
      const tournament = await store.tournament(tournamentId)
      if (!tournament) return refused(refusal('tournament-not-found'))
      const rounds = await store.roundsOf(tournamentId)
      const may = mayRemove(rounds, (await store.entriesOf(tournamentId)).length)
      if (!may.ok) return may
      return ok({
        expected: {
          tournaments: { [tournament.id]: tournament.revision },
          rounds: Object.fromEntries(rounds.map(({ id, revision }) => [id, revision])),
        },
        changes: [
          ...rounds.map(({ id }): Change => ({ do: 'remove', table: 'rounds', id })),
          { do: 'remove', table: 'tournaments', id: tournament.id },
        ],
        reply: {},
      })
    })
  },

  async 'round:add'(context, _actor, { tournamentId, ...plan }) {
    const { store, director, newId } = context
    return director.decide(async () => {
      const tournament = await store.tournament(tournamentId)
      if (!tournament) return refused(refusal('tournament-not-found'))
      if (tournament.status !== 'open') return refused(refusal('tournament-over'))
      const known = knownProblems(context, plan.problemIds)
      if (!known.ok) return known
      const position = (await store.roundsOf(tournamentId)).length + 1
      const row = planned(plan, tournamentId, newId() as RoundId, position)
      return ok({
        expected: { tournaments: { [tournament.id]: tournament.revision } },
        changes: [
          { do: 'insert', table: 'rounds', row },
          { do: 'put', table: 'tournaments', row: tournament },
        ],
        reply: { roundId: row.id },
        touched: { tournaments: [tournamentId] },
      })
    })
  },

  async 'round:update'(context, _actor, { roundId, ...set }) {
    const before = await context.store.round(roundId)
    const known = knownProblems(context, set.problemIds ?? [], before?.problemIds)
    if (!known.ok) return known
    return changePlan(context, roundId, (round) => [{ do: 'put', table: 'rounds', row: { ...round, ...set } }])
  },

  'round:remove': (context, _actor, { roundId }) =>
    changePlan(context, roundId, (round, all) => [
      { do: 'remove', table: 'rounds', id: round.id },
      ...inOrder(all.filter((other) => other.id !== round.id)),
    ]),

  'round:move': (context, _actor, { roundId, position }) =>
    changePlan(context, roundId, (round, all) => {
      const others = all.filter((other) => other.id !== round.id)
      // What has been played stays where it stood.
      const played = others.filter((other) => other.status !== 'planned').length
      others.splice(Math.max(position - 1, played), 0, round)
      return inOrder(others)
    }),
}

type Plan = Payload<'tournament:create'>['rounds'][number]

/** The rows of a tournament that nobody has joined. */
function newTournament(
  { clock, newId }: Pick<Context, 'clock' | 'newId'>,
  made: { rounds: readonly Plan[] } & Pick<
    Tournament,
    'name' | 'approveNames' | 'hostUserId' | 'blockedWords' | 'seriesId'
  >,
) {
  const { rounds, ...settings } = made
  const id = newId() as TournamentId
  const code = newJoinCode()
  const row: Tournament = {
    ...{ id, code, status: 'open', joiningOpen: true, ceremony: null, ...settings },
    ...{ createdAt: clock.now(), endedAt: null, publishedAt: null, revision: 0 },
    ...{ announcement: null, breakEndsAt: null, walkThrough: null, helperKey: null },
  }
  const changes: Change[] = [
    { do: 'insert', table: 'tournaments', row },
    ...rounds.map((plan, index): Change => {
      return { do: 'insert', table: 'rounds', row: planned(plan, id, newId() as RoundId, index + 1) }
    }),
  ]
  return { expected: {}, changes, reply: { tournamentId: id, code } }
}

/** [Z1] What a decision rests on that puts a tournament into a series: the series is still there. */
async function seriesToJoin(store: Context['store'], id: SeriesId | null): Promise<Result<Expected, Refusal>> {
  if (id === null) return ok({})
  const series = await store.series(id)
  return series ? ok({ series: { [series.id]: series.revision } }) : refused(refusal('series-not-found'))
}

function planned(plan: Plan, tournamentId: TournamentId, id: RoundId, position: number): Round {
  const clock = {
    startsAt: null,
    startedAt: null,
    endsAt: null,
    pauses: [],
    endedAt: null,
    publishedAt: null,
    timeFactors: null,
    extensions: null,
  }
  return { id, tournamentId, position, status: 'planned', ratedAt: null, revision: 0, ...plan, ...clock }
}

const inOrder = (rounds: Round[]): Change[] =>
  rounds.flatMap((round, index) =>
    round.position === index + 1 ? [] : [{ do: 'patch', table: 'rounds', id: round.id, set: { position: index + 1 } }],
  )

/** A puzzle that was taken back stays where it is, and goes nowhere else. */
function knownProblems(
  { bank }: Pick<Context, 'bank'>,
  ids: readonly ProblemId[],
  before: readonly ProblemId[] = [],
): Result<null, Refusal> {
  return ids.every((id) => bank.isOffered(id) || (before.includes(id) && bank.problems.has(id)))
    ? ok(null)
    : refused(refusal('problem-not-found'))
}

/** [R10] Changes the plan of a round that has not begun. */
async function changePlan(
  { store, director }: Context,
  roundId: RoundId,
  plan: (round: Round, all: Round[]) => Change[],
) {
  return director.decide<Record<string, never>>(async () => {
    const round = await store.round(roundId)
    if (!round) return refused(refusal('round-not-found'))
    const may = mayChangePlan(round)
    if (!may.ok) return may
    const all = await store.roundsOf(round.tournamentId)
    return ok({
      expected: { rounds: Object.fromEntries(all.map((other) => [other.id, other.revision])) },
      changes: plan(round, all),
      reply: {},
      touched: { tournaments: [round.tournamentId] },
    })
  })
}
