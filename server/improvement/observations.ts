import type { Verdict } from '../protocol/judgement.ts'
import { isWrong } from '../protocol/judgement.ts'
import type { Observation, Observations } from './observation.ts'

/** A round as the log has it. All moments are epoch milliseconds. */
export type LoggedRound = {
  /** Extensions included. */
  limitMinutes: number
  startedAt: number
  /** When it was over for everybody. */
  endedAt: number
  /** `to` is `null` for a pause in which the round was stopped. */
  pauses: { from: number; to: number | null }[]
  problems: { id: string; level: number; minutes: number }[]
}

/** One player's part of the log; entries in any order. */
export type LoggedPlayer = {
  joinedAt: number
  /** 1 is none, 1.5 half as much again. */
  extraTime: number
  /** The next opening of another puzzle closes the one before. */
  openings: { problemId: string; at: number }[]
  /** Judged submissions; `pasted` where most of the source arrived in one paste. */
  submissions: { problemId: string; at: number; verdict: Verdict; pasted: boolean }[]
  hints: { problemId: string; at: number }[]
  /** Solved before this round began, in a round or in practice. */
  solvedBefore: string[]
}

const MINUTE_MS = 60_000
const LEAST_SHARE_OF_MINUTES = 0.1

/** Milliseconds between two moments, pauses taken out. */
const activeMs = (round: LoggedRound, from: number, to: number): number => {
  const pauses = round.pauses.toSorted((a, b) => a.from - b.from)
  let active = Math.max(0, to - from)
  let counted = from
  for (const pause of pauses) {
    const start = Math.max(counted, pause.from)
    const end = Math.min(to, pause.to ?? round.endedAt)
    if (end > start) active -= end - start
    counted = Math.max(counted, end)
  }
  return active
}

/** The player's own minutes that were left when they joined: extra time divided out. Endless for who was there at the start. */
const minutesLeftAtJoining = (round: LoggedRound, { joinedAt, extraTime }: LoggedPlayer): number => {
  if (joinedAt <= round.startedAt) return Infinity
  const ownLimitMs = round.limitMinutes * MINUTE_MS * extraTime
  const leftOfLimit = ownLimitMs - activeMs(round, round.startedAt, joinedAt)
  return Math.min(leftOfLimit, activeMs(round, joinedAt, round.endedAt)) / extraTime / MINUTE_MS
}

/** Which puzzle was open from when: time before the first opening belongs to the first, so that no time is free. */
type Stretch = { problemId: string; from: number; to: number }

const stretchesOf = (round: LoggedRound, player: LoggedPlayer): Stretch[] => {
  const openings = player.openings.toSorted((a, b) => a.at - b.at)
  const begin = Math.max(round.startedAt, player.joinedAt)
  return openings.map(({ problemId, at }, i) => ({
    problemId,
    from: i === 0 ? Math.min(begin, at) : at,
    to: openings[i + 1]?.at ?? Infinity,
  }))
}

/** Minutes for which the puzzle had been open at `at`, on the player's own clock. */
const minutesOpen = (round: LoggedRound, player: LoggedPlayer, problemId: string, at: number): number => {
  const open = stretchesOf(round, player)
    .filter((stretch) => stretch.problemId === problemId && stretch.from < at)
    .reduce((sum, { from, to }) => sum + activeMs(round, from, Math.min(to, at)), 0)
  return open / player.extraTime / MINUTE_MS
}

/** Puzzles by the first sign of them: opened, submitted to, or a hint taken. */
const orderTried = ({ openings, submissions, hints }: LoggedPlayer): string[] => {
  const signs = [...openings, ...submissions, ...hints].toSorted((a, b) => a.at - b.at)
  return [...new Set(signs.map(({ problemId }) => problemId))]
}

const observationOf = (
  round: LoggedRound,
  player: LoggedPlayer,
  problem: LoggedRound['problems'][number],
  order: number | null,
): Observation => {
  const submissions = player.submissions.filter(({ problemId }) => problemId === problem.id)
  const accepted = submissions.filter(({ verdict }) => verdict === 'AC').toSorted((a, b) => a.at - b.at)[0]
  const until = accepted?.at ?? Infinity
  const wrong = submissions.filter(({ verdict, at }) => at < until && isWrong(verdict)).length
  const hints = player.hints.filter(({ problemId, at }) => problemId === problem.id && at < until).length
  if (accepted === undefined) return { solved: false, minutes: null, pasted: false, order, wrong, hints }
  const least = problem.minutes * LEAST_SHARE_OF_MINUTES
  const minutes = Math.max(least, Math.min(round.limitMinutes, minutesOpen(round, player, problem.id, accepted.at)))
  return { solved: true, minutes, pasted: accepted.pasted, order, wrong, hints }
}

/**
 * "From a round to observations": what the log of a round says about one player, aligned with the round's problems.
 * `'did-not-play'` when nothing was opened; `null` where a puzzle says nothing about the player.
 */
export const observationsOf = (round: LoggedRound, player: LoggedPlayer): Observations | 'did-not-play' => {
  const tried = orderTried(player)
  if (tried.length === 0) return 'did-not-play'
  const minutesLeft = minutesLeftAtJoining(round, player)
  return round.problems.map((problem) => {
    if (player.solvedBefore.includes(problem.id)) return null
    const place = tried.indexOf(problem.id)
    if (place < 0 && minutesLeft < problem.minutes) return null
    return observationOf(round, player, problem, place < 0 ? null : place + 1)
  })
}
