import { MODULES, type Health, type Incident, type ModuleId, type ModuleView, type Why } from '../protocol/status.ts'
import type { JudgeStatus } from '../judge/judge.ts'

/** What was seen in one look around. Sizes are bytes, durations milliseconds. */
export type Facts = {
  /** How long a write took, or the error's code. */
  database: { writeMs: number } | { failed: string }
  judge: Pick<JudgeStatus, 'queued' | 'running' | 'oldestQueuedMs' | 'sinceVerdictMs'> & {
    workers: Pick<JudgeStatus['workers'][number], 'state' | 'since' | 'lastError'>[]
  }
  connections: number
  loop: { delayMs: number; worstMs: number; shedding: 'nothing' | 'boards' | 'tries' }
  disk: { freeBytes: number; totalBytes: number } | null
  /** How far the machine's clock has moved away from the server's. */
  clockOffMs: number
}

/** How a module stands, without since when. */
type Finding = Omit<ModuleView, 'id' | 'since'>

const SLOW_WRITE_MS = 250
const SLOW_QUEUE_MS = 5_000
const LONG_QUEUE_MS = 60_000
/** Longer than all but the most hostile submissions hold a worker. */
const NO_VERDICT_MS = 20_000
const STARTING_MS = 30_000
const LOW_DISK_BYTES = 1024 ** 3
const OUT_OF_DISK_BYTES = 128 * 1024 ** 2
const CLOCK_OFF_MS = 2_000

const up = (figures: Finding['figures']): Finding => ({ state: 'up', why: null, figures })
const not = (state: Health, code: Why['code'], params: Why['params'], figures: Finding['figures']): Finding => ({
  state,
  why: { code, params },
  figures,
})

/** [facts → state] Each module by itself; pure, so that a test can say what is meant by down. */
export function findings(facts: Facts, now: number): Record<ModuleId, Finding> {
  return {
    database: database(facts.database),
    judge: judge(facts.judge, now),
    queue: queue(facts.judge),
    connections: up({ open: facts.connections }),
    loop: loop(facts.loop),
    disk: disk(facts.disk),
    clock: clock(facts.clockOffMs),
  }
}

function database(seen: Facts['database']): Finding {
  if ('failed' in seen) return not('down', databaseWhy(seen.failed), {}, {})
  const figures = { writeMs: Math.round(seen.writeMs) }
  return seen.writeMs < SLOW_WRITE_MS ? up(figures) : not('degraded', 'database-slow', { ms: figures.writeMs }, figures)
}

function databaseWhy(code: string): Why['code'] {
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'database-locked'
  if (/^(SQLITE_FULL|ENOSPC)/.test(code)) return 'database-full'
  if (/^SQLITE_(READONLY|IOERR|CANTOPEN|PERM)/.test(code)) return 'database-unwritable'
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'database-damaged'
  return 'database-fails'
}

function judge({ workers, running }: Facts['judge'], now: number): Finding {
  const ready = workers.filter(({ state }) => state === 'idle' || state === 'busy').length
  const figures = { up: ready, all: workers.length, running }
  const starting = workers.some(
    ({ state, since, lastError }) => state === 'starting' && lastError === undefined && now - since < STARTING_MS,
  )
  if (ready === 0)
    return starting ? not('degraded', 'judge-starting', {}, figures) : not('down', 'judge-down', {}, figures)
  const failing = workers.some(({ state }) => state === 'down')
  return failing ? not('degraded', 'judge-short', { up: ready, all: workers.length }, figures) : up(figures)
}

function queue({ queued, oldestQueuedMs, sinceVerdictMs }: Facts['judge']): Finding {
  const seconds = Math.round(oldestQueuedMs / 1000)
  const figures = { submissions: queued.submit, tries: queued.try, trials: queued.trial, oldestSeconds: seconds }
  // While it is worked off, new workers would only make it longer.
  const why = sinceVerdictMs >= NO_VERDICT_MS ? 'queue-stuck' : 'queue-long'
  if (oldestQueuedMs >= LONG_QUEUE_MS) return not('down', why, { seconds }, figures)
  return oldestQueuedMs >= SLOW_QUEUE_MS ? not('degraded', 'queue-slow', { seconds }, figures) : up(figures)
}

function loop({ delayMs, worstMs, shedding }: Facts['loop']): Finding {
  const figures = { delayMs: Math.round(delayMs), worstMs: Math.round(worstMs) }
  if (shedding === 'nothing') return up(figures)
  return not('degraded', shedding === 'boards' ? 'loop-slow' : 'loop-shedding', { ms: figures.delayMs }, figures)
}

function disk(seen: Facts['disk']): Finding {
  if (!seen) return not('degraded', 'disk-unknown', {}, {})
  const mb = Math.floor(seen.freeBytes / 1024 ** 2)
  const figures = { freeMb: mb, totalMb: Math.floor(seen.totalBytes / 1024 ** 2) }
  if (seen.freeBytes < OUT_OF_DISK_BYTES) return not('down', 'disk-out', { mb }, figures)
  return seen.freeBytes < LOW_DISK_BYTES ? not('degraded', 'disk-low', { mb }, figures) : up(figures)
}

function clock(offMs: number): Finding {
  const seconds = Math.round(offMs / 1000)
  const figures = { offSeconds: seconds }
  return Math.abs(offMs) < CLOCK_OFF_MS ? up(figures) : not('degraded', 'clock-jumped', { seconds }, figures)
}

/** Since when each module has stood as it does, and what was found of it last, which may not have been believed yet. */
export type Standing = Record<ModuleId, ModuleView & { suspected: Health | null }>

/** Everything is taken to be up until a look says otherwise. */
export const standingAtStart = (now: number): Standing =>
  Object.fromEntries(
    MODULES.map((id) => [id, { id, state: 'up', since: now, why: null, figures: {}, suspected: null }]),
  ) as unknown as Standing

/**
 * The standing after one more look, and what has changed for good. Worse is believed when two looks in a row say so: a
 * restart of the workers, or one slow write, wakes nobody. Better is believed at once.
 */
export function afterLook(
  before: Standing,
  found: Record<ModuleId, Finding>,
  now: number,
): { standing: Standing; changes: Incident[] } {
  const changes: Incident[] = []
  const standing = { ...before }
  for (const id of MODULES) {
    const [old, fresh] = [before[id], found[id]]
    const worse = badness(fresh.state) > badness(old.state)
    if (worse && (old.suspected === null || badness(old.suspected) < badness(fresh.state))) {
      standing[id] = { ...old, figures: fresh.figures, suspected: fresh.state }
      continue
    }
    const since = fresh.state === old.state ? old.since : now
    standing[id] = { id, since, suspected: null, ...fresh }
    if (fresh.state !== old.state)
      changes.push({ at: now, module: id, from: old.state, to: fresh.state, why: fresh.why ?? old.why })
  }
  return { standing, changes }
}

const badness = (state: Health): number => ['up', 'degraded', 'down'].indexOf(state)

export const worst = (states: readonly Health[]): Health =>
  states.reduce((a, b) => (badness(b) > badness(a) ? b : a), 'up')
