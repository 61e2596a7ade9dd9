import type { Badges } from '../badges/badges.ts'
import type { Authoring } from '../bank/authoring/authoring.ts'
import type { Catalogue } from '../bank/catalogue.ts'
import type { Identity } from '../identity/identity.ts'
import type { Judge } from '../judge/judge.ts'
import type { Measure } from '../ops/metrics.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from './clock.ts'

export type LogEntry = { level: 'info' | 'warn' | 'error'; message: string } & Record<string, unknown>

/** What the live layer is given; it makes none of it. */
export type Parts = {
  store: Store
  judge: Judge
  identity: Identity
  bank: Catalogue
  authoring: Authoring
  badges: Badges
  clock: Clock
  log: (entry: LogEntry) => void
  /** An id that nobody else has. */
  newId: () => string
  /** Where others join: an address that phones can reach. */
  joinUrl: () => string
  /** Other addresses of this machine. */
  otherUrls: () => string[]
  measure: Measure
}
