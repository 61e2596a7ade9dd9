/** Where two answers part: what they share at the start and the end, and what is between. */
export type Difference = { before: string; changed: string; after: string }

const SHORT = 8

/**
 * The part of `received` that differs from `expected`. Short values and values with little in common are marked whole:
 * `False` is not `True` with two letters changed.
 */
export function difference(expected: string, received: string): Difference {
  const shorter = Math.min(expected.length, received.length)
  let start = 0
  while (start < shorter && expected[start] === received[start]) start++
  let end = 0
  while (end < shorter - start && expected.at(-1 - end) === received.at(-1 - end)) end++
  const shared = start + end
  if (received.length <= SHORT || shared < received.length / 3) return { before: '', changed: received, after: '' }
  // Whole words and numbers: 12 against 13 is a different number, not a different digit.
  while (start > 0 && /[\w.-]/.test(received[start - 1] ?? '') && /[\w.-]/.test(received[start] ?? '')) start--
  while (end > 0 && /[\w.-]/.test(received.at(-end) ?? '') && /[\w.-]/.test(received.at(-end - 1) ?? '')) end--
  const changed = received.slice(start, received.length - end)
  return { before: received.slice(0, start), changed, after: end === 0 ? '' : received.slice(-end) }
}
