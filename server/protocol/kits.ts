import type { KitId, ProblemId } from './ids.ts'

/** Who a kit is for, and how much time it takes; in the order in which they are offered. */
export const KIT_LEVELS = ['first-steps', 'beginner', 'intermediate', 'mixed'] as const
export type KitLevel = (typeof KIT_LEVELS)[number]
export const KIT_TIMES = ['hour', 'half-day', 'day', 'four-weeks'] as const
export type KitTime = (typeof KIT_TIMES)[number]

export type KitRound = {
  name: string
  limitMinutes: number
  /** The break after it; null where there is none. */
  breakMinutes: number | null
  /** Markdown for the wall, before the round: an idea, an example, a question for the room. */
  workshop: string
  problems: { id: ProblemId; name: string; level: number; minutes: number }[]
}

/** What is played in one go, as one tournament; `position` counts from 1. */
export type KitMeeting = { position: number; rounds: KitRound[] }

/** What an organiser does at one time: `Two weeks before`, and what then. */
export type ChecklistStep = { when: string; items: string[] }

/** A ready evening, in the asked locale or else in English. */
export type KitView = {
  id: KitId
  name: string
  forWhom: string
  level: KitLevel
  time: KitTime
  meetings: KitMeeting[]
  checklist: ChecklistStep[]
}
