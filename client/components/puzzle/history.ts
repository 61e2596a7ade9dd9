/** What was before and after the present, so that each change can be taken back. The states share what did not change. */
export type History<T> = {
  past: T[]
  present: T
  future: T[]
  /** What the newest change was made to, and when: typing in one field is one change. */
  last: { field: string; at: number } | null
}

const MOST_STEPS = 200
const SAME_BURST_MS = 1500

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [], last: null })

/** Notes a change. `field` names what was typed into; null stands for a change of its own. */
export function changed<T>(history: History<T>, present: T, field: string | null, now: number): History<T> {
  if (present === history.present) return history
  const { last } = history
  const goesOn = field !== null && last?.field === field && now - last.at < SAME_BURST_MS
  const past = goesOn ? history.past : [...history.past.slice(1 - MOST_STEPS), history.present]
  return { past, present, future: [], last: field === null ? null : { field, at: now } }
}

export function undone<T>(history: History<T>): History<T> {
  const before = history.past.at(-1)
  if (before === undefined) return history
  const future = [history.present, ...history.future]
  return { past: history.past.slice(0, -1), present: before, future, last: null }
}

export function redone<T>(history: History<T>): History<T> {
  const [after, ...future] = history.future
  if (after === undefined) return history
  return { past: [...history.past, history.present], present: after, future, last: null }
}
