import type { ProblemId } from './ids.ts'
import type { Language, Verdict } from './judgement.ts'

/** What a screen says about itself, in CSS pixels; `zoom` is device pixels to one of them. */
export type ScreenSize = { width: number; height: number; zoom: number; fullScreen: boolean }

/** A device that opened the test address while a rehearsal is on. */
export type RehearsalVisit = {
  at: number
  roundTripMs: number
  width: number
  /** It came by the address that stands on the wall, not by another name of this server. */
  byJoinAddress: boolean
}

/** What has been found out so far, for the hosts alone. It is kept nowhere. */
export type RehearsalView = {
  /** Other addresses of this machine, in case phones do not reach the one on the wall. */
  otherUrls: string[]
  visits: RehearsalVisit[]
  walls: ScreenSize[]
}

/** Where the visit of a device went: `own` device of the host proves nothing; `over`: no rehearsal is on. */
export type VisitOutcome = 'counted' | 'own' | 'over'

/** One honest solution, judged as in a round. */
export type JudgeCheck = { language: Language; problemId: ProblemId; verdict: Verdict; tookMs: number }
