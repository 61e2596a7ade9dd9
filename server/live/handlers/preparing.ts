import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { Payload } from '../../protocol/commands.ts'
import type { ProblemId, RoundId, TournamentId } from '../../protocol/ids.ts'
import type { Round } from '../../store/records.ts'
import type { Change } from '../../store/store.ts'
import { mayChangePlan } from '../../tournament/round.ts'
import type { Context, Handlers } from '../handler.ts'
import { newJoinCode } from '../join-code.ts'

type Preparing =
  | 'tournament:list'
  | 'tournament:create'
  | 'tournament:update'
  | 'round:add'
  | 'round:update'
  | 'round:remove'
  | 'round:move'

/** What a host does before people come. */
export const preparing: Handlers<Preparing> = {
  async 'tournament:list'({ store }) {
    const tournaments = await store.tournaments()
    const rows = tournaments.map(async ({ id, code, name, status, createdAt }) => ({
      id,
      code,
      name,
      status,
      createdAt,
      players: (await store.entriesOf(id)).filter((entry) => !entry.removed).length,
      rounds: (await store.roundsOf(id)).length,
    }))
    return ok({ tournaments: (await Promise.all(rows)).sort((a, b) => b.createdAt - a.createdAt) })
  },

  async 'tournament:create'({ director, bank, clock, newId }, actor, { name, rounds, approveNames }) {
    const hostUserId = actor.host?.userId
    if (!hostUserId) return refused(refusal('not-signed-in'))
    return director.decide(async () => {
      const known = knownProblems(
        { bank },
        rounds.flatMap((round) => round.problemIds),
      )
      if (!known.ok) return known
      const id = newId() as TournamentId
      const code = newJoinCode()
      const tournament = {
        ...{ id, code, name, hostUserId, approveNames, status: 'open' as const, joiningOpen: true, ceremony: null },
        ...{ createdAt: clock.now(), endedAt: null, publishedAt: null, revision: 0 },
        ...{ announcement: null, breakEndsAt: null, blockedWords: null, helperKey: null },
      }
      const plans = rounds.map((plan, index) => planned(plan, id, newId() as RoundId, index + 1))
      return ok({
        expected: {},
        changes: [
          { do: 'insert', table: 'tournaments', row: tournament },
          ...plans.map((row): Change => ({ do: 'insert', table: 'rounds', row })),
        ],
        reply: { tournamentId: id, code },
      })
    })
  },

  async 'tournament:update'({ store, director }, _actor, { tournamentId, ...set }) {
    return director.decide(async () => {
      const tournament = await store.tournament(tournamentId)
      if (!tournament) return refused(refusal('tournament-not-found'))
      return ok({
        expected: { tournaments: { [tournament.id]: tournament.revision } },
        changes: [{ do: 'put', table: 'tournaments', row: { ...tournament, ...set } }],
        reply: {},
        touched: { tournaments: [tournament.id] },
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
    const known = knownProblems(context, set.problemIds ?? [])
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

function planned(plan: Plan, tournamentId: TournamentId, id: RoundId, position: number): Round {
  const clock = {
    startsAt: null,
    startedAt: null,
    endsAt: null,
    pauses: [],
    endedAt: null,
    publishedAt: null,
    timeFactors: null,
  }
  return { id, tournamentId, position, status: 'planned', ratedAt: null, revision: 0, ...plan, ...clock }
}

const inOrder = (rounds: Round[]): Change[] =>
  rounds.flatMap((round, index) =>
    round.position === index + 1 ? [] : [{ do: 'patch', table: 'rounds', id: round.id, set: { position: index + 1 } }],
  )

function knownProblems({ bank }: Pick<Context, 'bank'>, ids: readonly ProblemId[]): Result<null, Refusal> {
  return ids.every((id) => bank.problems.has(id)) ? ok(null) : refused(refusal('problem-not-found'))
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
