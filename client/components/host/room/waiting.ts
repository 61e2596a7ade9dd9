import type { Room } from '../../../../server/protocol/room.ts'

/** Calls that nobody goes to yet, and questions without an answer. */
export const waitingIn = ({ calls, questions }: Pick<Room, 'calls' | 'questions'>): number =>
  calls.filter(({ takenBy }) => takenBy === null).length + questions.length

/** Whether the room has anything to show: a quiet evening keeps a quiet page. */
export const isStirring = ({ calls, questions, answered, mentors, helped }: Room): boolean =>
  calls.length + questions.length + answered.length + mentors.length + helped > 0
