import { setTimeout as wait } from 'node:timers/promises'
import { whyText, type Incident } from '../protocol/status.ts'

/** Tells whoever looks after the server, by webhook, what went down and what came back. Never throws, never holds up. */
export type Alerts = {
  /** In the order given; what is only degraded alerts nobody. */
  tell(incidents: readonly Incident[]): void
  /** Resolves when everything has been delivered or given up. */
  delivered(): Promise<void>
}

const ANSWER_WITHIN_MS = 5_000
/** Pauses before the second, third and fourth attempt. */
const AGAIN_AFTER_MS = [1_000, 10_000, 60_000]
const MOST_WAITING = 50

export function createAlerts(options: {
  url: string | null
  /** How people know this server. */
  server: () => string
  log: (entry: { level: 'warn'; message: string } & Record<string, unknown>) => void
  againAfterMs?: readonly number[]
}): Alerts {
  const { url, server, log, againAfterMs = AGAIN_AFTER_MS } = options
  let last: Promise<void> = Promise.resolve()
  let waiting = 0

  async function deliver(incident: Incident): Promise<void> {
    const body = JSON.stringify(messageOf(incident, server()))
    for (let attempt = 0; ; attempt++) {
      const fault = await post(url!, body)
      if (fault === null) return
      const pauseMs = againAfterMs[attempt]
      // The address may hold a secret, so the log does not get it.
      if (pauseMs === undefined) return log({ level: 'warn', message: 'an alert could not be delivered', fault })
      await wait(pauseMs, undefined, { ref: false })
    }
  }
  return {
    tell(incidents) {
      for (const incident of incidents) {
        if (!url || !(incident.to === 'down' || incident.from === 'down')) continue
        if (waiting >= MOST_WAITING) {
          log({ level: 'warn', message: 'an alert was left out: too many wait' })
          continue
        }
        waiting++
        last = last.then(() => deliver(incident)).finally(() => waiting--)
      }
    },
    delivered: () => last,
  }
}

/** `text` is what chat services show; the rest is for programs. */
function messageOf({ at, module, from, to, why }: Incident, server: string) {
  const sentence = why ? ` ${whyText(why)}` : ''
  const text =
    to === 'down' ? `${module} is down at ${server}.${sentence}` : `${module} came back at ${server}.${sentence}`
  return { text, server, module, from, to, at: new Date(at).toISOString(), code: why?.code ?? null }
}

async function post(url: string, body: string): Promise<string | null> {
  try {
    const headers = { 'content-type': 'application/json' }
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' })
    await response.body?.cancel()
    return response.ok ? null : `it answered ${response.status}`
  } catch (error) {
    return error instanceof Error ? error.name : 'it failed'
  }
}
