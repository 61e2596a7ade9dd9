import { z } from 'zod'

/** Each environment variable that the server knows, validated at start. docs/operations has the same table in words. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('::'),
  DATA_DIR: z.string().min(1).default('./data'),
  PROBLEMS_DIR: z.string().min(1).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  JUDGE_WORKERS: z.coerce.number().int().min(1).max(64).optional(),
  CACHE_DIR: z.string().min(1).optional(),
  /** Reverse proxies in front: their `X-Forwarded-For` is believed so many steps back. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  ALERT_WEBHOOK: z.url({ protocol: /^https?$/ }).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  /** For load tests alone: multiplies every rate limit. */
  RATE_LIMIT_SCALE: z.coerce.number().min(0.01).max(1000).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).optional(),
})

export const VARIABLES: string[] = Object.keys(Environment.shape)

export type Config = {
  port: number
  host: string
  dataDir: string
  problemsDir: string | null
  /** Without a slash at its end; null where people come by the machine's own address. */
  publicUrl: string | null
  judgeWorkers: number | null
  cacheDir: string | null
  proxies: number
  alertWebhook: string | null
  metricsToken: string | null
  rateLimitScale: number | null
  logLevel: z.infer<typeof Environment>['LOG_LEVEL']
}

/** The configuration, or one line that says which variable is wrong and how. */
export function readConfig(env: NodeJS.ProcessEnv): { config: Config } | { fault: string } {
  const given = Object.fromEntries(Object.keys(Environment.shape).map((name) => [name, env[name] || undefined]))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return { fault: `${String(issue?.path[0])} is not usable: ${issue?.message}. Mend it and start again.` }
  }
  const { PORT, HOST, DATA_DIR, PROBLEMS_DIR, PUBLIC_URL, JUDGE_WORKERS, LOG_LEVEL, ...rest } = parsed.data
  return {
    config: {
      port: PORT,
      host: HOST,
      dataDir: DATA_DIR,
      problemsDir: PROBLEMS_DIR ?? null,
      publicUrl: PUBLIC_URL?.replace(/\/+$/, '') ?? null,
      judgeWorkers: JUDGE_WORKERS ?? null,
      cacheDir: rest.CACHE_DIR ?? null,
      proxies: rest.TRUST_PROXY,
      alertWebhook: rest.ALERT_WEBHOOK ?? null,
      metricsToken: rest.METRICS_TOKEN ?? null,
      rateLimitScale: rest.RATE_LIMIT_SCALE ?? null,
      logLevel: LOG_LEVEL,
    },
  }
}
