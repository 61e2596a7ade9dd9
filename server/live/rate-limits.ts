import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { CommandName } from '../protocol/commands.ts'
import { refusal, type Refusal } from '../protocol/refusals.ts'
import { ok, refused, type Result } from '../protocol/result.ts'

type Budget = { points: number; duration: number }

/** Requests in so many seconds. A whole room joins from one address. */
const BUDGETS = {
  join: { points: 300, duration: 60 },
  /** Wrong codes, so that codes cannot be counted through. */
  wrongCode: { points: 60, duration: 60 },
  signIn: { points: 10, duration: 60 },
  /** Lines in the audit trail about one host's wrong passwords; the log has them all. */
  signInFailure: { points: 30, duration: 3600 },
  /** A room that comes back, mistyped words included; four of them are 44 bits, and guesses at one name are fewer. */
  recover: { points: 100, duration: 60 },
  /** At the end of an evening a room keeps its progress within a minute; each costs a slow hash. */
  keep: { points: 150, duration: 60 },
  forget: { points: 300, duration: 60 },
  try: { points: 40, duration: 60 },
  submit: { points: 30, duration: 60 },
  /** What somebody else has to read. */
  ask: { points: 10, duration: 60 },
  /** Zips that are unpacked and read. */
  import: { points: 20, duration: 60 },
  draft: { points: 240, duration: 60 },
  command: { points: 300, duration: 60 },
  /** Guesses at one player's passphrase, from wherever they come. */
  recoverName: { points: 30, duration: 3600 },
  /** A room of a thousand that comes back after an outage, and tries a few times. */
  connect: { points: 6000, duration: 60 },
} as const satisfies Record<string, Budget>

export type LimitName = keyof typeof BUDGETS
export type RateLimits = {
  take(limit: LimitName, key: string): Promise<Result<null, Refusal>>
  /** Whether something is left, taking nothing. */
  left(limit: LimitName, key: string): Promise<Result<null, Refusal>>
}

export function createRateLimits(scale = 1): RateLimits {
  const limiters = new Map<LimitName, RateLimiterMemory>()
  for (const [name, { points, duration }] of Object.entries(BUDGETS) as [LimitName, Budget][])
    limiters.set(name, new RateLimiterMemory({ points: Math.ceil(points * scale), duration }))
  return {
    async take(limit, key) {
      try {
        await limiters.get(limit)!.consume(key)
        return ok(null)
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        return refused(tooMany(error))
      }
    },
    async left(limit, key) {
      const limiter = limiters.get(limit)!
      const used = await limiter.get(key)
      return used && used.consumedPoints >= limiter.points ? refused(tooMany(used)) : ok(null)
    },
  }
}

const tooMany = ({ msBeforeNext }: RateLimiterRes) => refusal('too-many', { seconds: Math.ceil(msBeforeNext / 1000) })

/** Which budget a command draws from, counted per account or, without one, per socket. */
export function limitOf(command: CommandName): LimitName {
  switch (command) {
    case 'code:try':
    case 'preview:submit':
    case 'contribution:fill':
    case 'contribution:judge':
      return 'try'
    case 'submission:create':
      return 'submit'
    case 'question:ask':
    case 'help:ask':
      return 'ask'
    case 'draft:save':
    case 'contribution:save':
    case 'contribution:preview':
      return 'draft'
    default:
      return 'command'
  }
}
