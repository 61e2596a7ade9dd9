/** Whole minutes from one moment to a later one, both epoch milliseconds; never below zero. */
export const minutesSince = (then: number, at: number): number => Math.max(0, Math.floor((at - then) / 60_000))
