import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProblemId, RoundId, TournamentId } from '../../server/protocol/ids.ts'
import type { AwardView } from '../../server/protocol/awards.ts'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { acceptedIn, functionPuzzles, wrongIn } from '../support/puzzles.ts'

/** Three rounds of an evening, each with puzzles of its own, from the bank. */
const plan = (first: number): ProblemId[][] =>
  [0, 3, 6].map((from) => functionPuzzles.slice(first + from, first + from + 3).map(({ id }) => id))

describe('an evening by sockets', () => {
  let club: Club
  let host: Person
  beforeAll(async () => {
    club = await openClub()
    host = await club.host()
  })
  afterAll(() => club.close())

  /** Plays one round: each player solves as many puzzles as named, `minutes` apart. */
  async function playRound(roundId: RoundId, players: [Person, number][], minutesApart: number) {
    await host.start(roundId, ...players.map(([player]) => player))
    const ids = host.host!.rounds.find(({ id }) => id === roundId)!.problemIds
    for (let at = 0; at < ids.length; at++) {
      club.clock.jump(minutesApart * MINUTE_MS)
      for (const [player, solves] of players) {
        await player.must('problem:open', { roundId, problemId: ids[at]! })
        const judgement = await player.submit(
          ids[at]!,
          at < solves ? acceptedIn(ids[at]!, 'python') : wrongIn(ids[at]!),
        )
        expect(judgement.verdict === 'AC').toBe(at < solves)
      }
    }
    await host.end(roundId)
    await host.must('round:publish', { roundId })
  }

  async function playTournament(
    name: string,
    first: number,
    join: (code: string) => Promise<[Person, number][]>,
    apart: number,
  ) {
    const { tournamentId, code, roundIds } = await host.prepare(plan(first), { name })
    const players = await join(code)
    for (const roundId of roundIds) await playRound(roundId, players, apart)
    await host.must('tournament:finish', { tournamentId })
    await host.sees('host', ({ awards }) => awards.some(({ headline }) => headline))
    await host.must('tournament:publish', { tournamentId })
    return { tournamentId, players }
  }
  const reveal = async (tournamentId: TournamentId, watcher: Person) => {
    await host.must('ceremony:start', { tournamentId, roundId: null })
    const { ceremony } = await watcher.sees('board', (board) => board.ceremony !== null)
    const shown: AwardView[] = []
    for (let step = 1; step <= ceremony!.steps; step++) {
      // Asked for twice, as when an answer is lost on the way: it is one award all the same.
      for (const after of [step - 1, step - 1]) await host.must('ceremony:reveal', { tournamentId, after })
      const board = await watcher.sees('board', (board) => board.ceremony?.revealed === step)
      expect(board.ceremony!.before.map(({ id }) => id)).toEqual(shown.slice(-5).map(({ id }) => id))
      shown.push(board.ceremony!.current!)
    }
    return shown
  }

  it('ends in awards, and the next one in "most improved since last time"', { timeout: 120_000 }, async () => {
    let people: Person[] = []
    const first = await playTournament(
      'First evening',
      0,
      async (code) => {
        people = [await club.player('Ada', code), await club.player('Bo', code), await club.player('Chen', code)]
        return people.map((person, index) => [person, index + 1])
      },
      5,
    )
    const [ada, bo, chen] = people as [Person, Person, Person]
    const results = (await ada.sees('me', ({ results }) => results.length === 3)).results
    expect(results[0]!.sentences[0]!.code).toBe('first-mark')
    expect(results[1]!.mark).not.toBeNull()
    // A puzzle is told by its id: what it is called depends on who reads.
    const told = results.flatMap(({ sentences }) =>
      sentences.flatMap(({ params }) => ('problem' in params ? params.problem : [])),
    )
    expect(told.length).toBeGreaterThan(0)
    expect(told.filter((id) => !functionPuzzles.some((puzzle) => puzzle.id === id))).toEqual([])
    const revealed = await reveal(first.tournamentId, chen)
    expect(revealed.at(-1)!.headline).toBe(true)
    expect(revealed.every(({ winners }) => winners.length > 0 && winners.length <= 3)).toBe(true)
    for (const person of people)
      await person.sees('me', ({ awards }) => awards.some(({ kind }) => kind === 'your-moment'))

    // A month later Ada solves everything, quickly; the others play as they did.
    club.clock.jump(30 * 24 * 60 * MINUTE_MS)
    const again = async (person: Person, code: string, name: string) => {
      await person.post('/api/join', { code, name, star: 'gold', continueAsKnown: true })
      await person.watch({ code, as: 'player' })
    }
    const second = await playTournament(
      'Second evening',
      9,
      async (code) => {
        await again(ada, code, 'Ada')
        await again(bo, code, 'Bo')
        await again(chen, code, 'Chen')
        return [
          [ada, 3],
          [bo, 2],
          [chen, 3],
        ]
      },
      3,
    )
    const headline = (await reveal(second.tournamentId, bo)).at(-1)!
    expect(headline).toMatchObject({ kind: 'improved-since-last-time', headline: true, winners: [{ name: 'Ada' }] })

    const page = await ada.must('tournament:awards', { tournamentId: second.tournamentId })
    expect(page.headline?.winners[0]?.name).toBe('Ada')
    expect(page.rounds[0]!.problems[0]!.solutions).toBeDefined()
    const profile = await ada.must('profile:read', {})
    expect(profile.results).toHaveLength(6)
    expect(club.errors()).toEqual([])
  })

  it('shows the room nothing of single players, and nothing of hidden tests', async () => {
    const board = JSON.stringify(host.board)
    expect(board.length).toBeLessThan(4096)
    expect(board).not.toMatch(/playerId|hidden|expected/)
    const roundId = host.host!.rounds[0]!.id
    const { problems } = await host.must('round:problems', { roundId })
    const hidden = functionPuzzles.find(({ id }) => id === problems[0]!.id)!.hidden
    expect(JSON.stringify(problems[0])).not.toContain(JSON.stringify(hidden))
    expect(Object.keys(problems[0]!)).not.toContain('hidden')
  })

  it('refuses what cannot be done, in words, and stays open', async () => {
    const stranger = await club.stranger()
    expect(await stranger.refusal('round:start', { roundId: host.host!.rounds[0]!.id })).toBe('not-signed-in')
    expect(await stranger.refusal('submission:create', { id: 'x' })).toBe('not-joined')
    expect(await stranger.refusal('tournament:watch', { code: 'NOSUCH1', as: 'player' })).toBe('tournament-not-found')
    expect(await stranger.refusal('tournament:watch', { code: 7, as: 'boss' })).toBe('bad-request')
    expect(await stranger.refusal('tournament:watch', { code: 'A'.repeat(200_000), as: 'player' })).toBe('too-large')
    expect(await host.refusal('round:start', { roundId: 'nothing-like-it' as RoundId })).toBe('round-not-found')
    expect(await host.refusal('bank:preview', { problemId: 'no-such-puzzle' as ProblemId })).toBe('problem-not-found')
    await stranger.watch({ tournamentId: host.board!.tournamentId, as: 'projector' })
    expect(stranger.board?.code).toBe(host.board!.code)
  })
})
